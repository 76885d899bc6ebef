"""The scenario of forecast.toml, day by day, with a generator of its own and without any code of this package.

    python3 forecast_reference.py > forecast_reference.csv

What is ordered on one day arrives on another d days later with the weight ω(d) = ∫ k(s)·tri(s − d) ds, tri being the density of the
difference of two times within a day; the weights are found by quadrature of k. A market is solved by bisection. The normals follow the
layout that the package documents: Philox4x32-10, streams by FNV-1a and SplitMix64's finaliser. Needs NumPy.
"""
import calendar
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

SEED, DRAWS = 5, (0, 1, 300, 511)
LAG, HALF_LIFE = 62.5, 18.0
PERSISTENCE = 0.65
MEASURES = [  # rate, first day, last day, origins
    (0.05, date(2024, 10, 1), date(2024, 12, 14), None),
    (0.20, date(2025, 2, 4), date(9999, 1, 1), {"China"}),
    (0.10, date(2025, 4, 5), date(2025, 8, 6), None),
    (0.19, date(2025, 8, 7), date(2026, 2, 19), None),
    (0.10, date(2026, 2, 24), date(9999, 1, 1), None),
]
PERIODS = [
    ("2025 Q1", date(2025, 1, 1), date(2025, 4, 1)), ("2025 Q2", date(2025, 4, 1), date(2025, 7, 1)),
    ("2025 Q3", date(2025, 7, 1), date(2025, 10, 1)), ("2025 Q4", date(2025, 10, 1), date(2026, 1, 1)),
    ("2026 H1", date(2026, 1, 1), date(2026, 7, 1)),
]
REACH = 1500  # days: 80 half-lives


def gauss(f, a, b):
    x, w = np.polynomial.legendre.leggauss(20)
    return 0.0 if b <= a else (b - a) / 2 * float(np.dot(w, f((a + b) / 2 + (b - a) / 2 * x)))


def weight(d):
    k = lambda s: np.log(2) / HALF_LIFE * np.exp2(-(s - LAG) / HALF_LIFE)
    ends = sorted({d - 1, d, d + 1} | ({LAG} if d - 1 < LAG < d + 1 else set()))
    return sum(gauss(lambda s: k(s) * (1 - abs(s - d)), a, b) for a, b in zip(ends, ends[1:]) if a >= LAG)


WEIGHTS = np.array([weight(d) for d in range(REACH)])


def added(day, origin):
    return sum(r for r, a, b, who in MEASURES if a <= day <= b and (who is None or origin in who))


def year(day, half_days=0):
    """Calendar years at the beginning of a day, plus some half days."""
    length = 366 if calendar.isleap(day.year) else 365
    return day.year + ((day - date(day.year, 1, 1)).days + half_days / 2) / length


@lru_cache(None)
def age(day):
    """Of Pakistan's duty: the middle of each 91 days of a stretch, from the first change that acts in a period on."""
    first = day
    while added(first - timedelta(1), "Pakistan") == added(day, "Pakistan"):
        first -= timedelta(1)
        if first < date(2024, 1, 1):
            return 0.0
    start = first + timedelta((day - first).days // 91 * 91)
    end = start
    while end < start + timedelta(91) and added(end, "Pakistan") == added(day, "Pakistan"):
        end += timedelta(1)
    middle = year(start, (end - start).days) if (end - start).days < 365 else None
    return max(0.0, middle - year(date(2025, 4, 5)))


def towels(day):
    tau = (1.08 + added(day, "Pakistan")) / 1.08
    e = 2.1 + (0.8 - 2.1) * np.exp(-0.5 * age(day))
    q = tau ** (-0.85 * e)
    return q * tau ** (0.85 - 1), q


SUPPLIERS = {"Pakistan": (700, 0.16, None), "India": (1500, 0.15, 4.0), "China": (3000, 0.22, None), "own": (900, 0.0, None)}


@lru_cache(None)
def market(rates):
    """V̂ by supplier: sigma 3.2, eta 1.1."""
    tau = {o: (1 + t + r) / (1 + t) for (o, (v, t, m)), r in zip(SUPPLIERS.items(), rates)}
    spent = {o: v * (1 + t) for o, (v, t, m) in SUPPLIERS.items()}
    total = sum(spent.values())

    def prices(p):
        # Supply (p_i/tau)^mu = demand p_i^-sigma P^(sigma - eta).
        return {
            o: tau[o] if m is None else (tau[o] ** m * p ** (3.2 - 1.1)) ** (1 / (3.2 + m))
            for o, (v, t, m) in SUPPLIERS.items()
        }

    def index(price):
        return (sum(spent[o] * price[o] ** (1 - 3.2) for o in spent) / total) ** (1 / (1 - 3.2))

    low, high = 0.5, 3.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if index(prices(middle)) > middle else (low, middle)
    price, p = prices(low), low
    return tuple((price[o] / tau[o]) * (price[o] / p) ** -3.2 * p ** -1.1 for o in SUPPLIERS)


CAP = 0.7 * 420 / 365  # of garments a day: 0.7 for each dollar of cotton, of which 420 a year are bought
QUOTA_START = date(2025, 5, 1)
ELIGIBLE = 0.4


def reciprocal(day):
    return 0.19 if date(2025, 8, 7) <= day <= date(2026, 2, 19) else 0.0


@lru_cache(None)
def licence(others, waived):
    """V̂, what of it does not bear the waived duty, and the rent, as shares of all garments of a day."""
    answer = lambda t: (1.1 / (1.1 + t)) ** 1.4
    sold = lambda r: ELIGIBLE * 800 / 365 * answer(others + r)
    low, high = 0.0, waived
    if sold(low) <= CAP:
        high = low
    elif sold(high) >= CAP:
        low = high
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if sold(middle) > CAP else (low, middle)
    inside = ELIGIBLE * answer(others + low) * min(1.0, CAP / sold(low))
    return (1 - ELIGIBLE) * answer(others + waived) + ELIGIBLE * answer(others + low), inside, inside * low


def garments(day):
    waived = reciprocal(day)
    others = added(day, "Pakistan") - waived
    if day < QUOTA_START:
        return (1.1 / (1.1 + others + waived)) ** 1.4, 0.0, 0.0
    return licence(others, waived)


def market_on(day):
    return market(tuple(0.0 if o == "own" else added(day, o) for o in SUPPLIERS))


def arrivals(day, answer):
    orders = np.array([answer(day - timedelta(d)) for d in range(REACH)])
    return np.tensordot(WEIGHTS, orders, 1) + (1 - WEIGHTS.sum()) * orders[-1]


# The generator.
MASK = 0xFFFFFFFF


def stream(path):
    h = 0xCBF29CE484222325
    for byte in path.encode():
        h = (h ^ byte) * 0x100000001B3 % 2**64
    h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
    h = (h ^ (h >> 27)) * 0x94D049BB133111EB % 2**64
    return h ^ (h >> 31)


def philox(counter, key):
    c, (k0, k1) = list(counter), key
    for _ in range(10):
        a, b = c[0] * 0xD2511F53, c[2] * 0xCD9E8D57
        c = [(b >> 32) ^ c[1] ^ k0, b & MASK, (a >> 32) ^ c[3] ^ k1, a & MASK]
        k0, k1 = (k0 + 0x9E3779B9) & MASK, (k1 + 0xBB67AE85) & MASK
    return c


def normal(path, draw):
    s, block, place = stream(path), draw // 512, draw % 512
    call = block * 128 + place % 128
    words = lambda n: philox((n & MASK, n >> 32, s & MASK, s >> 32), (SEED & MASK, SEED >> 32))
    first = place // 128 % 2 == 0
    w = words(call)
    k, m = (w[0], w[1]) if first else (w[2], w[3])
    if k < 1 << 21:
        w = words(call | 1 << 63)
        u = (2 * ((k << 31) | ((w[0] if first else w[2]) >> 1)) + 1) * 2.0**-64
    else:
        u = (2 * k + 1) * 2.0**-33
    angle = np.pi * (m * 2.0**-31 - 1)
    return np.sqrt(-2 * np.log(u)) * (np.cos(angle) if place < 256 else np.sin(angle))


@lru_cache(None)
def z(series, quarter, draw):
    own = normal(f"forecast/noise/{series}/{quarter}", draw)
    return own if quarter == 1 else PERSISTENCE * z(series, quarter - 1, draw) + np.sqrt(1 - PERSISTENCE**2) * own


def factor(day, draw, growth, *noise):
    quarter = 4 * (day.year - 2025) + (day.month + 2) // 3
    result = np.exp(growth * (day.year - 2024))
    for series, s in noise:
        result *= np.exp(s * z(series, quarter, draw) - s * s / 2)
    return result


print("draw,period,outcome,slice,value")
effects, forecasts = {}, {}
for name, start, end in PERIODS:
    days = [start + timedelta(n) for n in range((end - start).days)]
    e = dict.fromkeys(("towels", "duty", "lost", "Pakistan", "India", "China", "marketDuty", "garments", "rent"), 0.0)
    f = {}
    m = 400 * len(days) / 365
    d = 420 * len(days) / 365
    for day in days:
        value, quantity = arrivals(day, towels)
        lost = arrivals(day, lambda v: [max(0.0, 1 - towels(v)[1])])[0]
        sold, spared, rent = arrivals(day, garments)
        e["garments"] += 800 / 365 * sold
        e["rent"] += 800 / 365 * rent
        e["duty"] += 800 / 365 * (sold * (0.1 + added(day, "Pakistan")) - spared * reciprocal(day))
        shares = dict(zip(SUPPLIERS, arrivals(day, market_on)))
        t = 1200 / 365 * value
        e["towels"] += t
        e["lost"] += 0.2 * 1200 / 365 * lost
        e["duty"] += t * (0.08 + added(day, "Pakistan"))
        for o, (v, base, mu) in SUPPLIERS.items():
            if o == "own":
                continue
            flow = v / 365 * shares[o]
            e[o] += flow
            e["marketDuty"] += flow * (base + added(day, o))
            if o == "Pakistan":
                e["duty"] += flow * (base + added(day, o))
    # Growth and noise fall on the period's flow, by the days of each quarter.
    for draw in DRAWS:
        mean = lambda growth, *noise: sum(factor(day, draw, growth, *noise) for day in days) / len(days)
        of = lambda o: ((f"exports", 0.06), (f"origins/{o}", 0.17))
        f["Pakistan"] = e["Pakistan"] * mean(0.03 + 0.01, *of("Pakistan"), ("exports/shirts", 0.09))
        f["India"] = e["India"] * mean(0.03, *of("India"), ("suppliers/India/6109", 0.09))
        f["China"] = e["China"] * mean(-0.05, *of("China"), ("suppliers/China/6109", 0.09))
        f["towels"] = e["towels"] * mean(0.03, *of("Pakistan"), ("exports/towels", 0.08))
        f["garments"] = e["garments"] * mean(0.03, *of("Pakistan"), ("exports/garments", 0.07))
        exports = f["towels"] + f["Pakistan"] + f["garments"]
        bought = m * mean(-0.02, ("imports", 0.12), ("imports/5201", 0.1))
        rows = [
            ("forecast_exports", "total", exports),
            ("forecast_exports_change_pct", "total", 100 * (exports / (2700 * len(days) / 365) - 1)),
            ("forecast_exports", "towels", f["towels"]), ("forecast_balance", "total", exports - max(bought, d)),
            ("forecast_exports", "Pakistan", f["Pakistan"]), ("forecast_exports", "India", f["India"]),
            ("forecast_exports", "China", f["China"]), ("export_revenue", "total", e["towels"] + e["Pakistan"] + e["garments"]),
            ("forecast_exports", "garments", f["garments"]), ("quota_rent", "total", e["rent"]),
            ("redirected_exports", "total", e["lost"]), ("partner_tariff_revenue", "total", e["duty"]),
            ("market_imports", "Pakistan", e["Pakistan"]), ("market_imports", "India", e["India"]),
            ("market_imports", "China", e["China"]), ("market_duty", "total", e["marketDuty"]),
        ]
        for outcome, part, value in rows:
            print(f"{draw},{name},{outcome},{part},{float(value)!r}")
