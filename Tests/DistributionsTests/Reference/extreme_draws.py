"""Quantiles of extreme laws at Phi(z), by mpmath at 50 digits; prints the lines of ExtremeDraws.swift.

Run: python3 extreme_draws.py. The distribution functions are the defining series and integrals, inverted by bisection of ln x;
none is shared with the program.
"""
import mpmath as mp

mp.mp.dps = 50
PLACES = [-9.2, -8.3, -6.1, -4.4, -3.03, -1.51, -0.377, 0.0, 0.613, 1.93, 3.3, 5.2]


def solve(cdf, lo, hi, p, q):
    """The t in [lo, hi] with cdf(t) = p, of which both tails (p, q) are given."""
    for _ in range(120):
        mid = (lo + hi) / 2
        below, above = cdf(mid)
        if (below < p) if p < q else (above > q):
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2


def gamma(a):
    def cdf(t):
        x = mp.exp(t)
        if t < -100:
            below = mp.exp(a * t) / mp.gamma(a + 1)
            return below, 1 - below
        return mp.gammainc(a, 0, x, regularized=True), mp.gammainc(a, x, mp.inf, regularized=True)
    return lambda p, q: mp.exp(solve(cdf, mp.mpf(-40) / a - 60, mp.log(a + 1) + 10, p, q))


def beta(a, b):
    def cdf(t):
        x = mp.exp(t)
        if t < -100:
            below = mp.exp(a * t) / (a * mp.beta(a, b))
            return below, 1 - below
        below = mp.betainc(a, b, 0, x, regularized=True)
        return below, mp.betainc(b, a, 0, -mp.expm1(t), regularized=True)
    return lambda p, q: mp.exp(solve(cdf, mp.mpf(-60) / a - 20, mp.mpf(0), p, q))


def weibull(k, scale):
    return lambda p, q: scale * (-mp.log1p(-p) if p < q else -mp.log(q)) ** (1 / mp.mpf(k))


def exact(value):
    return mp.mpf(value)


LAWS = [
    ("gamma(shape: 0.01, scale: 1)", gamma(exact(0.01))),
    ("gamma(shape: 0.1, scale: 1)", gamma(exact(0.1))),
    ("gamma(shape: 2.5, scale: 1)", gamma(exact(2.5))),
    ("beta(alpha: 0.01, beta: 0.01)", beta(exact(0.01), exact(0.01))),
    ("beta(alpha: 0.2, beta: 3)", beta(exact(0.2), exact(3))),
    ("beta(alpha: 0.5, beta: 0.5)", beta(exact(0.5), exact(0.5))),
    ("weibull(shape: 0.05, scale: 1)", weibull(exact(0.05), 1)),
    ("weibull(shape: 0.01, scale: 3)", weibull(exact(0.01), 3)),
    ("weibull(shape: 1.7, scale: 3)", weibull(exact(1.7), 3)),
    ("exponential(mean: 2)", weibull(mp.mpf(1), 2)),
    ("uniform(lower: 0, upper: 1)", lambda p, q: p),
    ("triangular(lower: 0, mode: 1, upper: 1)", lambda p, q: mp.sqrt(p)),
]
for name, quantile in LAWS:
    values = []
    for z in PLACES:
        p, q = mp.ncdf(mp.mpf(z)), mp.ncdf(-mp.mpf(z))
        x = quantile(p, q)
        values.append("0" if x < mp.mpf("1e-320") else repr(float(x)))
    print("      (\n        try .%s,\n        [%s]\n      )," % (name, ", ".join(values)))
