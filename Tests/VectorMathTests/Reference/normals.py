"""The numbers behind `Kernels.normals` and its tests; needs mpmath.

Prints the polynomials S and C with sin πx = x(1 − x)(1 + x)·S(x²) and cos πx = (1 − 2x)(1 + 2x)·C(x²) for −1 ≤ x ≤ 1, by interpolation
at Chebyshev's points of x², with their greatest relative errors once the coefficients are doubles; then known answers: draws of a
stream by the layout that `DrawStream` documents, with a Philox written here from the paper.
"""

from mpmath import cos, log, mp, mpf, pi, sin, sqrt

mp.dps = 50
MASK = 0xFFFF_FFFF


def interpolated(function, degree):
    points = [(1 + cos(pi * (2 * k + 1) / (2 * (degree + 1)))) / 2 for k in range(degree + 1)]
    powers = mp.matrix([[t**j for j in range(degree + 1)] for t in points])
    exact = mp.lu_solve(powers, mp.matrix([function(t) for t in points]))
    rounded = [float(c) for c in exact]
    grid = [mpf(2 * k + 1) / 4001 for k in range(2000)]
    worst = max(abs(sum(mpf(c) * t**j for j, c in enumerate(rounded)) / function(t) - 1) for t in grid)
    return rounded, worst


def philox(counter, key):
    (c0, c1, c2, c3), (k0, k1) = counter, key
    for _ in range(10):
        a, b = c0 * 0xD2511F53, c2 * 0xCD9E8D57
        c0, c1, c2, c3 = b >> 32 ^ c1 ^ k0, b & MASK, a >> 32 ^ c3 ^ k1, a & MASK
        k0, k1 = (k0 + 0x9E3779B9) & MASK, (k1 + 0xBB67AE85) & MASK
    return c0, c1, c2, c3


def normal(seed, stream, draw):
    """The place in the block, the radius's uniform, the angle in half turns and the normal of a draw."""
    block, place = divmod(draw, 512)
    call, second = block * 128 + place % 128, place // 128 % 2
    words = lambda number: philox((number & MASK, number >> 32, stream & MASK, stream >> 32), (seed & MASK, seed >> 32))
    k, angle = words(call)[2 * second : 2 * second + 2]
    u = mpf(2 * k + 1) / 2**33
    if k < 2**21:
        u = mpf(2 * (k << 31 | words(call | 1 << 63)[2 * second] >> 1) + 1) / 2**64
    x = mpf(angle) / 2**31 - 1
    return u, x, sqrt(-2 * log(u)) * (sin(pi * x) if place >= 256 else cos(pi * x))


if __name__ == "__main__":
    assert philox((0, 0, 0, 0), (0, 0)) == (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)
    for name, function, degree in [
        ("S", lambda t: sin(pi * sqrt(t)) / sqrt(t) / (1 - t), 9),
        ("C", lambda t: cos(pi * sqrt(t)) / (1 - 4 * t), 10),
    ]:
        coefficients, worst = interpolated(function, degree)
        print(name, mp.nstr(worst, 3), [c.hex() for c in coefficients])
    stream = 0x123456789ABCDEF0
    rare = next(d for d in range(10**6) if normal(5, stream, d)[0] < mpf(2) ** -20)
    for seed, draw in [(0, 0), (0, 127), (0, 128), (0, 256), (0, 511), (1, 512), (5, rare), (5, rare ^ 256), (2**64 - 1, 2**40 + 300)]:
        u, x, z = normal(seed, stream, draw)
        low = z - mpf(float(z))
        print(f"({seed}, {draw}, {float(u).hex()}, {float(x).hex()}, {float(z).hex()}, {float(low).hex()}), {u == mpf(float(u))}")
