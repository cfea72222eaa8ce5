"""Benchmarks: `make bench`. Figures are compared within one run, never kept as tests."""
