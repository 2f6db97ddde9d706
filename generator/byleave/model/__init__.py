"""The values that pass from phase to phase: frozen, slotted, keyword-only, without I/O."""
