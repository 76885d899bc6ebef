"""The scenario of quarters.toml at certain points, computed day by day without any code of this package.

    python3 quarters_reference.py > quarters_reference.csv

A stretch is a run of days of one quarter with the same duty; the elasticity is that of its middle. Standard library only.
"""
import calendar, math
from datetime import date, timedelta

POINTS = [  # speed, growth, textiles (short, long), other (short), imports, frontLoading, second step of the cut
    (0.35, 0.03, 0.76, 2.0, 1.0, 1.2, 0.15, 0.9),
    (0.20, -0.05, 0.6, 2.25, 0.7, 1.6, 0.3, 0.7),
    (0.60, 0.12, 0.9, 1.75, 1.3, 0.8, 0.0, 1.0),
]
DUTY, REDIRECTED, PASS_THROUGH, LONG_OTHER = 0.096, 0.1, 0.9, 2.4
MEASURES = {
    "baseline-10": (0.10, date(2025, 4, 5), date(2025, 8, 6)),
    "reciprocal-19": (0.19, date(2025, 8, 7), date(2026, 2, 19)),
    "section-122": (0.10, date(2026, 2, 24), date(2026, 7, 23)),
    "section-301": (0.10, date(2026, 7, 24), date(9999, 1, 1)),
}
SCENARIOS = {
    "as-it-happened": (["baseline-10", "reciprocal-19", "section-122", "section-301"], True),
    "pause-kept": (["baseline-10", "section-122", "section-301"], False),
}


def year(day, half_days=0):
    """Calendar years at the beginning of a day, plus some half days."""
    length = 366 if calendar.isleap(day.year) else 365
    return day.year + ((day - date(day.year, 1, 1)).days + half_days / 2) / length


def quarters():
    for y in (2025, 2026):
        for q in range(4):
            first = date(y, 3 * q + 1, 1)
            after = date(y + (q == 3), 3 * q + 4 if q < 3 else 1, 1)
            yield f"{y} Q{q + 1}", [first + timedelta(n) for n in range((after - first).days)]


def run(point, names, has_cut):
    speed, growth, short, long, other, imports, front, second = point
    start = date(2025, 4, 5)
    table = {}
    moves = {}
    for name, days in quarters():
        share = 0.28 if name == "2025 Q4" else len(days) / 365
        age = year(days[0], len(days)) - 2024.5
        stretches = []
        for day in days:
            added = sum(r for r, a, b in (MEASURES[n] for n in names) if a <= day <= b)
            if stretches and stretches[-1][0] == added:
                stretches[-1][1].append(day)
            else:
                stretches.append((added, [day]))
        out = dict.fromkeys(("X", "X0", "R", "duty", "M", "M0", "H"), 0.0)
        for added, part in stretches:
            w = share * len(part) / len(days)
            a = max(0.0, year(part[0], len(part)) - year(start))
            decay = math.exp(-speed * a)
            tau = (1 + DUTY + added) / (1 + DUTY)
            v1 = tau ** -(long + (short - long) * decay)
            e = LONG_OTHER + (other - LONG_OTHER) * decay
            q2, p2 = tau ** (-PASS_THROUGH * e), tau ** (PASS_THROUGH - 1)
            rows = [(4000 * w * (1 + growth) ** age, v1, 1.0), (1100 * w * (1 + growth) ** age, q2, p2)]
            for b, q, p in rows:
                out["X0"] += b
                out["X"] += b * q * p
                out["duty"] += b * q * p * (DUTY + added)
            out["R"] += REDIRECTED * rows[1][0] * max(0.0, 1 - q2)
            for day in part:
                moves[day] = (name, added, [(b * q / len(part), p) for b, q, p in rows])
        for day in days:
            cut = 0 if not has_cut or day < date(2025, 10, 1) else 0.5 if day < date(2026, 2, 15) else second
            m = 390 * share / len(days) * 1.01 ** age
            h = 0.08 * (1 - 0.8 * cut)
            new = m * ((1 + h) / 1.08) ** -imports
            out["M0"] += m
            out["M"] += new
            out["H"] += h * new - 0.08 * m
        table[name] = out
    if "reciprocal-19" in names:
        # What follows in the quarter of the rise comes evenly from the announcement, or the quarter before, to the day before.
        rise, end = date(2025, 8, 7), date(2025, 9, 30)
        window = [date(2025, 4, 9) + timedelta(n) for n in range((rise - date(2025, 4, 9)).days)]
        for line in (0, 1):
            moved = 0.0
            day = rise
            while day <= end:
                name, added, rows = moves[day]
                quantity, price = rows[line]
                table[name]["X"] -= front * quantity * price
                table[name]["duty"] -= front * quantity * price * (DUTY + added)
                moved += front * quantity
                day += timedelta(1)
            for day in window:
                name, added, rows = moves[day]
                value = moved / len(window) * rows[line][1]
                table[name]["X"] += value
                table[name]["duty"] += value * (DUTY + added)
    names = list(table)
    for k in range(2, len(names) + 1):
        label = "all" if k == len(names) else f"to {names[k - 1]}"
        table[label] = {key: sum(table[n][key] for n in names[:k]) for key in table[names[0]]}
    return table


print("point,scenario,period,outcome,value")
for index, point in enumerate(POINTS):
    for scenario, (names, has_cut) in SCENARIOS.items():
        for period, o in run(point, names, has_cut).items():
            outcomes = {
                "export_revenue": o["X"],
                "export_revenue_change": o["X"] - o["X0"],
                "export_revenue_change_pct": 100 * (o["X"] - o["X0"]) / o["X0"],
                "redirected_exports": o["R"],
                "partner_tariff_revenue": o["duty"],
                "effective_tariff_rate": o["duty"] / o["X"],
                "imports": o["M"],
                "balance": o["X"] - o["M"],
                "total_balance_change": o["X"] - o["X0"] + o["R"] - 0.3 * (o["M"] - o["M0"]),
                "home_tariff_revenue_change": o["H"],
            }
            for key, value in outcomes.items():
                print(f"{index},{scenario},{period},{key},{value!r}")
