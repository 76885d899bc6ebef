"""Writes Sources/Sampling/Resources/directions.bin: what makes the direction numbers of Sobol's sequence in dimensions 2 to 4096.

The numbers are the set new-joe-kuo-6 of S. Joe and F. Y. Kuo (doi:10.1137/070709359), read from SciPy's copy of it. Little-endian
words of 16 bits, a dimension after the other: the degree s of its primitive polynomial, the polynomial's inner coefficients a as bits,
and the s initial numbers m. The licence of the numbers stands beside them.

usage: python3 direction_numbers.py DIMENSIONS > directions.bin
"""
import os
import sys

import numpy as np
import scipy.stats


def main(dimensions):
    table = np.load(os.path.join(os.path.dirname(scipy.stats.__file__), "_sobol_direction_numbers.npz"))
    words = []
    for polynomial, initial in zip(table["poly"][1:dimensions], table["vinit"][1:dimensions]):
        degree = int(polynomial).bit_length() - 1
        inner = (int(polynomial) - (1 << degree)) >> 1
        words += [degree, inner] + [int(m) for m in initial[:degree]]
    sys.stdout.buffer.write(np.array(words, dtype="<u2").tobytes())


main(int(sys.argv[1]))
