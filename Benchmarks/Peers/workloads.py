#!/usr/bin/env python3
"""Writes the workloads that the peers read: w1.json and w2.json, into the folder named.

The same figures stand in Scenarios/reference as scenario files, and Scenarios/reference/README.md says how one maps to the other.
They are illustrative, not trade data. The same bytes on every run.
"""

import json
import math
import random
import sys

PERCENTILES = [1, 5, 10, 25, 50, 75, 90, 95, 99]

# Name, value in USD m, duty, mean and standard deviation of the elasticity.
EXPORTS = [
    ("home textiles / made-ups", 1900.0, 0.090, 1.60, 0.55),
    ("knitted apparel", 1450.0, 0.160, 1.85, 0.60),
    ("woven apparel", 880.0, 0.120, 1.75, 0.60),
    ("cotton yarn and fabric", 150.0, 0.085, 2.20, 0.80),
    ("surgical instruments", 140.0, 0.005, 0.95, 0.35),
    ("leather articles", 120.0, 0.060, 1.50, 0.50),
    ("plastics (PET)", 115.0, 0.052, 2.90, 1.10),
    ("sports goods", 95.0, 0.020, 1.30, 0.45),
    ("rice", 75.0, 0.018, 1.10, 0.40),
    ("carpets", 38.0, 0.030, 1.40, 0.50),
    ("stone and salt articles", 32.0, 0.028, 1.25, 0.45),
    ("jewellery", 25.0, 0.055, 2.00, 0.90),
]
IMPORTS = [
    ("soybeans", 450.0, 0.030, 1.20, 0.40),
    ("cotton", 600.0, 0.050, 1.60, 0.50),
    ("machinery", 520.0, 0.110, 1.45, 0.55),
    ("petroleum", 300.0, 0.080, 0.85, 0.30),
]
# Name, amount in USD m a year, shapes of the fulfilment's beta, ends of the uniform share that does not overlap.
COMMITMENTS = [
    ("crude oil", 1000.0, 2.5, 1.5, 0.50, 0.95),
    ("soybeans and feed", 400.0, 4.0, 2.0, 0.20, 0.70),
    ("cotton", 350.0, 3.5, 1.2, 0.10, 0.60),
    ("aircraft and engines", 600.0, 1.3, 2.7, 0.60, 1.00),
]
MIXTURE = {"kind": "mixture", "weights": [0.40, 0.35, 0.25], "lo": [0.10, 0.15, 0.25], "hi": [0.10, 0.20, 0.35]}
PASS_THROUGH = {"a": 8.0, "b": 2.0}


def rows(names, table):
    return [dict(zip(names, row)) for row in table]


def scenario(name, added, abolition, commit):
    return {"name": name, "dt": added, "abolition": abolition, "commit": commit}


def fixed(value):
    return {"kind": "fixed", "value": value}


def w1():
    return {
        "draws": 1000000,
        "percentiles": PERCENTILES,
        "exports": rows(("name", "X0", "t0", "elasticity_mean", "elasticity_sd"), EXPORTS),
        "elasticity_gaussian_equicorrelation": 0.4,
        "pass_through": PASS_THROUGH,
        "imports": rows(("name", "M0", "tPK", "elasticity_mean", "elasticity_sd"), IMPORTS),
        "tariff_cut_pass_through": {"a": 6.0, "b": 3.0},
        "commitments": rows(("name", "amount", "a", "b", "add_lo", "add_hi"), COMMITMENTS),
        "scenarios": [
            scenario("s10", fixed(0.10), 1.00, 1.00),
            scenario("s19", fixed(0.19), 0.75, 1.00),
            scenario("s29", fixed(0.29), 0.00, 0.30),
            scenario("smix", MIXTURE, 0.90, 0.80),
        ],
    }


def w2(lines=2000, factors=30):
    """2,000 lines whose log elasticities load on 30 common factors and one of their own."""
    chance = random.Random(20260101)
    value, duty, log_mean, residual, loadings = [], [], [], [], []
    for _ in range(lines):
        value.append(round(math.exp(chance.gauss(-0.5, 1.6)), 5))
        duty.append(round(chance.betavariate(1.2, 9.0) * 0.45, 6))
        log_mean.append(round(chance.gauss(math.log(1.7), 0.25), 5))
        residual.append(round(0.15 + 0.25 * chance.random(), 5))
        loadings.append([round(chance.gauss(0.0, 0.055) + (0.10 if k == 0 else 0.0), 5) for k in range(factors)])
    total = sum(value)
    return {
        "draws": 200000,
        "percentiles": PERCENTILES,
        "J": lines,
        "K": factors,
        "dt": 0.19,
        "pass_through": PASS_THROUGH,
        "X0": [round(x * 5000.0 / total, 6) for x in value],
        "t0": duty,
        "mu": log_mean,
        "sigma": residual,
        "Lambda": loadings,
    }


if __name__ == "__main__":
    folder = sys.argv[1]
    for name, workload in (("w1", w1()), ("w2", w2())):
        with open(f"{folder}/{name}.json", "w") as file:
            json.dump(workload, file, separators=(",", ":"))
