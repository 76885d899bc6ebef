#!/usr/bin/env python3
"""Independent Monte Carlo of Scenarios/us-import-book in NumPy, with tables and distributions read from the scenario file itself.

usage: us_import_book_reference.py Scenarios/us-import-book [--draws 100000] [--seed 11] > us_import_book_reference.csv
It writes out flat Armington with infinite supply: V'/V = tau^-sigma P^(sigma - eta), P = (sum pi tau^(1-sigma))^(1/(1-sigma)), tau = 1 + share * rate / (1 + t),
tau's rate with a uniform share of what only a part of a heading bears, and shares no code with the program. Standard errors: of a mean from its sd, of percentiles from 20 batches (spread / sqrt 20)."""
import argparse, csv, math, os, tomllib
import numpy as np

def log_moments(d):
    s2 = math.log1p((d['sd'] / d['mean']) ** 2)
    return math.log(d['mean']) - s2 / 2, math.sqrt(s2)

def read(folder):
    doc = tomllib.load(open(os.path.join(folder, 'scenario.toml'), 'rb'))
    rows = lambda name: list(csv.DictReader(open(os.path.join(folder, name))))
    flows = [(doc['home'], r['hs'], r['value'], r['dutyPaid']) for r in rows(doc['exports']['tables'][0]['file'])]
    flows += [(r['origin'], r['hs'], r['value'], r['dutyPaid']) for r in rows(doc['markets']['tables'][0]['file'])]
    everywhere, partly = ({(r['origin'], r['hs']): float(r['rate']) for r in rows(m['rates']['file'])} for m in doc['measures'])
    some = set(doc['measures'][1]['covers'])
    digits = doc['markets']['digits']
    markets = {}
    for origin, hs, value, duty in flows:       # a missing rate is an error, not a zero
        rate = everywhere[origin, hs] if (origin, hs) in everywhere else everywhere[origin, hs[:2]]
        markets.setdefault(hs[:digits], []).append(
            (origin, float(value), float(duty) / float(value), rate, partly[origin, hs] if hs in some else 0.0))
    return doc, dict(sorted(markets.items()))

def block(doc, markets, index, rng, n):
    d = doc['markets']['defaults']
    (group,) = doc['dependence']
    mu, sd = log_moments(d['substitution']['lognormal']); r = group['correlation']
    common = rng.standard_normal(n)
    share = rng.beta(*(doc['parameters']['collectedShare']['value']['beta'][k] for k in ('alpha', 'beta')), n)
    bounds = doc['parameters']['bearingShare']['value']['uniform']
    bearing = rng.uniform(bounds['lower'], bounds['upper'], n)
    em, es = log_moments(d['demandElasticity']['lognormal'])
    etas = {c: np.exp(em + es * rng.standard_normal(n)) for c in sorted({m[:d['demandElasticity']['perDigits']] for m in markets})}
    imports = np.zeros((len(index), n)); duty = np.zeros((len(index), n))
    for code, suppliers in markets.items():
        sigma = np.exp(mu + sd * (math.sqrt(r) * common + math.sqrt(1 - r) * rng.standard_normal(n)))
        eta = etas[code[:2]]
        at = [index[s[0]] for s in suppliers]
        assert len(set(at)) == len(at)
        V, t, rate, part = (np.array([s[k] for s in suppliers]) for k in (1, 2, 3, 4))
        spending = V * (1 + t); pi = spending / spending.sum()
        added = np.multiply.outer(rate, share) + np.multiply.outer(part, share * bearing)
        tau = 1 + added / (1 + t)[:, None]
        power = np.exp(-sigma * np.log(tau))                      # tau^-sigma
        log_p = np.log(pi @ (power * tau)) / (1 - sigma)
        v = V[:, None] * power * np.exp((sigma - eta) * log_p)
        imports[at] += v
        duty[at] += v * (t[:, None] + added)
    return imports, duty

def statistics(x):
    batches = x.reshape(20, -1); q = lambda p: (float(np.percentile(x, p)), float(np.std([np.percentile(b, p) for b in batches], ddof=1) / math.sqrt(20)))
    return [('mean', float(x.mean()), float(x.std(ddof=1) / math.sqrt(x.size)))] + [('p%02d' % p, *q(p)) for p in (5, 50, 95)]

def simulate(folder, draws, seed):
    doc, markets = read(folder)
    origins = sorted({s[0] for m in markets.values() for s in m}); index = {o: i for i, o in enumerate(origins)}
    rng = np.random.Generator(np.random.SFC64(seed)); parts = [block(doc, markets, index, rng, draws // 100) for _ in range(100)]
    imports, duty = (np.concatenate([p[k] for p in parts], axis=1) for k in (0, 1))
    base = np.zeros((2, len(origins)))
    for m in markets.values():
        for o, v, t, *_ in m: base[:, index[o]] += v, v * t
    return origins, base, imports, duty

if __name__ == '__main__':
    ap = argparse.ArgumentParser()
    ap.add_argument('dir')
    ap.add_argument('--draws', type=int, default=100000)
    ap.add_argument('--seed', type=int, default=11)
    ap.add_argument('--save', help='all draws, as an .npz file')
    a = ap.parse_args()
    origins, base, imports, duty = simulate(a.dir, a.draws, a.seed)
    if a.save: np.savez(a.save, origins=origins, base=base, imports=imports, duty=duty)
    print('origin,outcome,statistic,value,standard_error')
    for i, o in [*enumerate(origins), (None, 'all')]:
        for name, x in ('market_imports', imports), ('market_duty', duty):
            for s, value, error in statistics(x[i] if i is not None else x.sum(0)): print(f'{o},{name},{s},{value:.10g},{error:.4g}')
