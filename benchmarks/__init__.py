"""Measured speed and memory: `python3 -m benchmarks`, and the books that it is measured on."""
