"""Quantiles of truncated, stretched, mixed and stepped laws at Phi(z), by mpmath at 60 digits; prints the lines of ComposedDraws.swift.

Run: python3 composed_draws.py. Distribution functions are the defining integrals with both tails, truncated by the difference of the
smaller ones and mixed by their sum, inverted by bisection of ln |x| or of x; none is shared with the program.
"""
import struct

import mpmath as mp

mp.mp.dps = 60
PLACES = [-8.2, -6.1, -4.4, -3.03, -1.51, -0.377, 0.013, 0.613, 1.93, 3.3, 5.2, 8.1]
ONE = mp.mpf(1)


def normal(m, s):
    return lambda x: (mp.ncdf((x - m) / mp.mpf(s)), mp.ncdf((m - x) / mp.mpf(s)))


def lognormal(m, s):
    return lambda x: (0, ONE) if x <= 0 else normal(m, s)(mp.log(x))


def student(v, m=0, s=1):
    def cdf(x):
        t = (x - mp.mpf(m)) / mp.mpf(s)
        tail = mp.betainc(mp.mpf(v) / 2, ONE / 2, 0, v / (v + t * t), regularized=True) / 2
        return (tail, 1 - tail) if t < 0 else (1 - tail, tail)
    return cdf


def gamma(a):
    a = mp.mpf(a)

    def cdf(x):
        if x <= 0:
            return mp.mpf(0), ONE
        if x < mp.mpf("1e-40"):
            below = x**a / mp.gamma(a + 1)
            return below, 1 - below
        return mp.gammainc(a, 0, x, regularized=True), mp.gammainc(a, x, mp.inf, regularized=True)
    return cdf


def beta(a, b, lo=0, hi=1):
    a, b, lo, hi = map(mp.mpf, (a, b, lo, hi))

    def unit(a, b, x, y):
        if x < mp.mpf("1e-40"):
            return x**a / (a * mp.beta(a, b))
        return mp.betainc(a, b, 0, x, regularized=True)

    def cdf(x):
        if x <= lo:
            return mp.mpf(0), ONE
        if x >= hi:
            return ONE, mp.mpf(0)
        x, y = (x - lo) / (hi - lo), (hi - x) / (hi - lo)
        return unit(a, b, x, y), unit(b, a, y, x)
    return cdf


def pert(lo, mode, hi):
    w = mp.mpf(hi) - lo
    return beta(1 + 4 * ((mp.mpf(mode) - lo) / w), 1 + 4 * ((mp.mpf(hi) - mode) / w), lo, hi)


def weibull(k):
    def cdf(x):
        if x <= 0:
            return mp.mpf(0), ONE
        h = x ** mp.mpf(k)
        return -mp.expm1(-h), mp.exp(-h)
    return cdf


def triangular(lo, mode, hi):
    def cdf(x):
        if x <= lo:
            return mp.mpf(0), ONE
        if x >= hi:
            return ONE, mp.mpf(0)
        if x <= mode:
            p = (x - lo) ** 2 / ((mp.mpf(hi) - lo) * (mode - lo))
            return p, 1 - p
        q = (hi - x) ** 2 / ((mp.mpf(hi) - lo) * (hi - mode))
        return 1 - q, q
    return cdf


def uniform(lo, hi):
    def cdf(x):
        p = min(max((x - lo) / (mp.mpf(hi) - lo), 0), ONE)
        return p, 1 - p
    return cdf


def points(ps, xs):
    """Linear quantiles between points."""
    ps, xs = [mp.mpf(p) for p in ps], [mp.mpf(x) for x in xs]

    def cdf(x):
        if x < xs[0]:
            return mp.mpf(0), ONE
        for i in reversed(range(len(xs))):
            if xs[i] <= x:
                if i + 1 == len(xs):
                    return ONE, mp.mpf(0)
                p = ps[i] + (ps[i + 1] - ps[i]) * (x - xs[i]) / (xs[i + 1] - xs[i])
                return p, 1 - p
    return cdf


def steps(atoms):
    def cdf(x):
        p = sum((mp.mpf(w) for v, w in atoms if v <= x), mp.mpf(0)) / sum(mp.mpf(w) for _, w in atoms)
        return p, 1 - p
    return cdf


def truncated(cdf, lo, hi):
    f, g = cdf(mp.mpf(lo)), cdf(mp.mpf(hi))
    upper = f[0] > f[1]
    mass = f[1] - g[1] if upper else g[0] - f[0]

    def inner(x):
        if x <= lo:
            return mp.mpf(0), ONE
        if x >= hi:
            return ONE, mp.mpf(0)
        h = cdf(x)
        below = (f[1] - h[1] if h[0] > h[1] else h[0] - f[0]) / mass
        above = (h[1] - g[1] if h[0] > h[1] else g[0] - h[0]) / mass
        return below, above
    return inner


def mixed(*parts):
    total = sum(mp.mpf(w) for w, _ in parts)

    def cdf(x):
        both = [(mp.mpf(w) / total, f(x)) for w, f in parts]
        return sum(w * p[0] for w, p in both), sum(w * p[1] for w, p in both)
    return cdf


def solve(cdf, lo, hi, p, q):
    """The smallest x of [lo, hi] with F(x) >= p: by ln |x| where the interval is of one sign."""
    sign = 1 if lo >= 0 else -1 if hi <= 0 else 0
    if sign:
        near, far = sorted((abs(mp.mpf(lo)), abs(mp.mpf(hi))))
        a, b = mp.log(max(near, mp.mpf("1e-340"))), mp.log(far)
        if sign < 0:
            a, b = b, a
        value = lambda t: sign * mp.exp(t)
    else:
        a, b = mp.mpf(lo), mp.mpf(hi)
        value = lambda t: t
    for _ in range(150):
        middle = (a + b) / 2
        below, above = cdf(value(middle))
        if (below < p) if p < q else (above > q):
            a = middle
        else:
            b = middle
    return value(b)


def literal(x):
    """A number as Swift takes it: subnormal ones by their bits, those below 1e-320 as 0."""
    if abs(x) < 1e-320:
        return "0"
    return repr(x) if abs(x) > 2.3e-308 else "Double(bitPattern: %#x)" % struct.unpack("<Q", struct.pack("<d", x))


INF = mp.mpf("1e60")
HALF = "studentT(degreesOfFreedom: %s).truncated(lower: 0)"
LAWS = [
    ("normal(mean: 0, standardDeviation: 1).truncated(lower: 0)", truncated(normal(0, 1), 0, INF), 0, 50),
    ("normal(mean: 0.3, standardDeviation: 2).truncated(lower: 0)", truncated(normal(mp.mpf(0.3), 2), 0, INF), 0, 50),
    ("normal(mean: -5, standardDeviation: 1).truncated(lower: 0)", truncated(normal(-5, 1), 0, INF), 0, 50),
    ("normal(mean: 1, standardDeviation: 1).truncated(upper: 0)", truncated(normal(1, 1), -INF, 0), -50, 0),
    ("normal(mean: 0, standardDeviation: 1).truncated(lower: 8)", truncated(normal(0, 1), 8, INF), 8, 50),
    ("normal(mean: 0, standardDeviation: 1).truncated(lower: 30, upper: 31)", truncated(normal(0, 1), 30, 31), 30, 31),
    (HALF % "3", truncated(student(3), 0, INF), 0, mp.mpf("1e20")),
    (HALF % "1", truncated(student(1), 0, INF), 0, mp.mpf("1e40")),
    (HALF % "0.2", truncated(student(0.2), 0, mp.mpf("1e400")), 0, mp.mpf("1e300")),
    ("studentT(degreesOfFreedom: 2.5, location: -1, scale: 0.5).truncated(lower: 0)",
     truncated(student(2.5, -1, 0.5), 0, INF), 0, mp.mpf("1e20")),
    ("gamma(shape: 0.01, scale: 1).truncated(upper: 1e-10)", truncated(gamma(0.01), 0, mp.mpf(1e-10)), 0, mp.mpf(1e-10)),
    ("gamma(shape: 2.5, scale: 1).truncated(lower: 100)", truncated(gamma(2.5), 100, INF), 100, 500),
    ("beta(alpha: 0.01, beta: 0.01).truncated(lower: 0.2, upper: 0.7)",
     truncated(beta(0.01, 0.01), mp.mpf(0.2), mp.mpf(0.7)), mp.mpf(0.2), mp.mpf(0.7)),
    ("weibull(shape: 0.05, scale: 1).truncated(upper: 1e-30)", truncated(weibull(0.05), 0, mp.mpf(1e-30)), 0, mp.mpf(1e-30)),
    ("lognormal(logMean: 0, logStandardDeviation: 3).truncated(lower: 50, upper: 10_000)",
     truncated(lognormal(0, 3), 50, 10000), 50, 10000),
    ("beta(alpha: 0.05, beta: 0.05, lower: 0, upper: 3)", beta(0.05, 0.05, 0, 3), 0, 3),
    ("beta(alpha: 0.5, beta: 0.5, lower: -2, upper: 0)", beta(0.5, 0.5, -2, 0), -2, 0),
    ("beta(alpha: 3, beta: 2, lower: -1, upper: 4).truncated(lower: 0)", truncated(beta(3, 2, -1, 4), 0, 4), 0, 4),
    ("triangular(lower: -1, mode: 0, upper: 2).truncated(lower: 0)", truncated(triangular(-1, 0, 2), 0, 2), 0, 2),
    ("triangular(lower: -1, mode: 0.5, upper: 2).truncated(lower: 0)", truncated(triangular(-1, mp.mpf(0.5), 2), 0, 2), 0, 2),
    ("uniform(lower: -1, upper: 1).truncated(lower: 0)", truncated(uniform(-1, 1), 0, 1), 0, 1),
    ("pert(lower: 0, mode: 0.001, upper: 100)", pert(0, 0.001, 100), 0, 100),
    ("quantiles(probabilities: [0, 0.1, 0.5, 1], values: [0, 1e-12, 0.001, 10])",
     points([0, 0.1, 0.5, 1], [0, 1e-12, 0.001, 10]), 0, 10),
    ("empirical(values: [7, 1e-300, 5, 0, 5, 1])",
     steps([(v, 1) for v in (0, mp.mpf(1e-300), 1, 5, 5, 7)]), 0, 7),
    ("mixture(weights: [0.5, 0.5], components: [.gamma(shape: 0.01, scale: 1), .uniform(lower: 0, upper: 1)])",
     mixed((0.5, gamma(0.01)), (0.5, uniform(0, 1))), 0, 50),
    ("mixture(weights: [0.3, 0.7], components: [.lognormal(logMean: -20, logStandardDeviation: 1), "
     ".lognormal(logMean: 5, logStandardDeviation: 0.1)])", mixed((0.3, lognormal(-20, 1)), (0.7, lognormal(5, 0.1))), 0, 10**4),
    ("mixture(weights: [0.5, 0.5], components: [.normal(mean: 0, standardDeviation: 1), .studentT(degreesOfFreedom: 3)])"
     ".truncated(lower: 0)", truncated(mixed((0.5, normal(0, 1)), (0.5, student(3))), 0, INF), 0, mp.mpf("1e20")),
    ("mixture(weights: [0.4, 0.6], components: [.beta(alpha: 0.05, beta: 2), .pert(lower: 1, mode: 2, upper: 5)])",
     mixed((0.4, beta(0.05, 2)), (0.6, pert(1, 2, 5))), 0, 5),
    ("mixture(weights: [0.2, 0.8], components: [.normal(mean: -3, standardDeviation: 0.1), "
     ".weibull(shape: 0.05, scale: 1)])", mixed((0.2, normal(-3, 0.1)), (0.8, weibull(0.05))), -10, mp.mpf("1e40")),
]
for name, cdf, lo, hi in LAWS:
    values = []
    for z in PLACES:
        x = solve(cdf, lo, hi, mp.ncdf(mp.mpf(z)), mp.ncdf(-mp.mpf(z)))
        values.append(literal(float(x)))
    print("      (\n        try .%s,\n        [%s]\n      )," % (name, ", ".join(values)))
