"""Writes Sources/Sampling/Resources/lattice.txt: the generating vector of the rank-1 lattices of 2^8 to 2^20 points.

Component by component. A component z is a power of 5 modulo 2^20 (all odd numbers up to sign). Of the first d components the
squared worst-case error in the weighted Korobov space of smoothness 1 (which is that of randomly shifted lattices in the Sobolev space
of mixed first derivatives, up to the scale of the weights) with n = 2^m points is

    e(m)^2 = 1/n sum_k prod_j (1 + gamma_j omega(k z_j / n)) - 1,    omega(x) = 2 pi^2 (x^2 - x + 1/6),    gamma_j = 1/j^2.

The next component is the one whose largest ratio over m = 8 ... 20, of what it adds to e(m)^2 to the least that any component adds at
that m, is least: one vector then serves every number of points (after R. Cools, F. Y. Kuo, D. Nuyens, doi:10.1137/06065074X, who
compare the errors themselves; of late components with small weights these hardly differ). No two of the first 2^m/8 components are the
same modulo 2^m up to sign. All candidates are
tried at once: k = 2^(m-j) 5^i and z = 5^a make the sum over i a circular correlation, taken by FFT (D. Nuyens, R. Cools,
doi:10.1090/S0025-5718-06-01785-6).

usage: python3 lattice_vector.py DIMENSIONS > lattice.txt
"""
import sys

import numpy as np

LEAST, MOST = 8, 20


def omega(x):
    return 2 * np.pi**2 * (x * x - x + 1 / 6)


def powers_of_five(m):
    """5^0, 5^1, ... modulo 2^m, 2^(m-2) of them."""
    powers = np.empty(1 << (m - 2), dtype=np.int64)
    power = 1
    for i in range(powers.size):
        powers[i] = power
        power = power * 5 % (1 << m)
    return powers


def main(dimensions):
    sizes = range(LEAST, MOST + 1)
    powers = {m: powers_of_five(m) for m in range(3, MOST + 1)}
    kernels = {m: np.fft.rfft(omega(powers[m] / (1 << m))) for m in range(3, MOST + 1)}
    # The products over the components so far, by m and by the class j of k: k/n = odd/2^j, each pair of signs once.
    ends = np.array([0.0, 0.5, 0.25])
    at_ends = {m: np.ones(3) for m in sizes}
    products = {m: {j: np.ones(1 << (j - 2)) for j in range(3, m + 1)} for m in sizes}
    chosen = []
    for dimension in range(1, dimensions + 1):
        worst = np.zeros(1 << (MOST - 2))
        for m in sizes:
            sums = np.zeros(1 << (m - 2))
            for j in range(3, m + 1):
                sums_j = np.fft.irfft(np.conj(np.fft.rfft(products[m][j])) * kernels[j], n=1 << (j - 2))
                sums += 2 * np.tile(sums_j, sums.size // sums_j.size)
            count = np.array([1, 1, 2])
            sums += count @ (at_ends[m] * omega(ends))
            worst = np.maximum(worst, np.tile(sums / sums.min(), worst.size // sums.size))
        # 5^a modulo 2^m depends on a modulo 2^(m-2).
        period = 1 << ((8 * dimension - 1).bit_length() - 2)
        worst.reshape(-1, period)[:, [a % period for a in chosen]] = np.inf
        chosen.append(0 if dimension == 1 else int(np.argmin(worst)))
        z = int(powers[MOST][chosen[-1]])
        print(z)
        gamma = 1 / dimension**2
        for m in sizes:
            at_ends[m] *= 1 + gamma * omega(ends)
            for j in range(3, m + 1):
                products[m][j] *= 1 + gamma * omega((powers[j] * z % (1 << j)) / (1 << j))


main(int(sys.argv[1]))
