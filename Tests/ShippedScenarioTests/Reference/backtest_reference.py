#!/usr/bin/env python3
"""What the naive forecasts score on the furniture of 2025, by quadrature of the definition.

An independent program: the monthly table is read and summed anew, the spread and last year's growth are taken from its definitions, and
CRPS = integral of (F(x) - 1[x >= y])^2 is integrated numerically. Prints backtest_reference.csv.
"""
import csv
import math
import os
import sys

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../Scenarios/furniture-us-2025")
months = {}
with open(os.path.join(folder, "us-imports-9403-monthly.csv")) as file:
    for row in csv.DictReader(file):
        year, month = row["month"].split("-")
        months[row["origin"], int(year), int(month)] = float(row["value"])
origins = sorted({key[0] for key in months})


def quarter(origin, year, q):
    return sum(months[origin, year, m] for m in (3 * q - 2, 3 * q - 1, 3 * q))


def year(origin, y):
    return sum(months[origin, y, m] for m in range(1, 13))


changes = [math.log(quarter(o, 2024, q) / quarter(o, 2023, q)) for o in origins for q in range(1, 5)]
mean = sum(changes) / len(changes)
S = math.sqrt(sum((c - mean) ** 2 for c in changes) / (len(changes) - 1))


def normal(z):
    return 0.5 * (1 + math.erf(z / math.sqrt(2)))


def integral(f, a, b, n=4000):
    """Simpson's rule."""
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + sum((4 if i % 2 else 2) * f(a + i * h) for i in range(1, n)))


def crps(F, low, y, high):
    """From below the law's mass, or the observation, to above both."""
    return integral(lambda x: F(x) ** 2, low, y) + integral(lambda x: (1 - F(x)) ** 2, y, high)


out = sys.stdout
out.write("origin,quarter,value,base,deviation,growth,a_prime_log,b_log,a_prime_pct,b_pct\n")
for o in origins:
    growth = math.log(year(o, 2024) / year(o, 2023))
    for q in range(1, 5):
        x, b = quarter(o, 2025, q), quarter(o, 2024, q)
        y = math.log(x / b)
        cells = []
        for m in (0, growth):
            low, high = min(m - 10 * S, y), max(m + 10 * S, y)
            cells.append(crps(lambda t: normal((t - m) / S), low, y, high))
        for m in (0, growth):
            low, high = min(math.exp(m - 10 * S), x / b), max(math.exp(m + 10 * S), x / b)
            cells.append(100 * crps(lambda t: normal((math.log(t) - m) / S), low, x / b, high))
        out.write(",".join([o, f"2025 Q{q}", repr(x), repr(b), repr(S), repr(growth)] + [repr(c) for c in cells]) + "\n")
