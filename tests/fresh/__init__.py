"""The two commands of the README on a bare Debian, with nothing but what the README names."""
