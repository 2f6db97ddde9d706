"""The order of the phases, which nothing else knows: read, gate, relate, render, check, write.

Whoever needs something imports it from the module that has it: a build that finds nothing to do is
done before the phases would be loaded.
"""
