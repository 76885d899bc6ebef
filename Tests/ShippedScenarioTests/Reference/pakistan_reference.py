#!/usr/bin/env python3
"""Independent Monte Carlo of Scenarios/pakistan-us-2025 in NumPy and SciPy, with the numbers read from the scenario files themselves.

usage: pakistan_reference.py Scenarios/pakistan-us-2025 [--draws 200000] [--seed 7] > pakistan_reference.csv
It writes out the formulas for the responses that these two files use, and shares no code with the program.
Every statistic carries a standard error: of the mean from its sd, of percentiles from 20 batches (spread / sqrt 20)."""
import argparse, csv, math, os, tomllib
import numpy as np
from scipy.stats import norm

Z90 = norm.ppf(0.95)

def read_interval(text):
    lo, hi = (float(x.strip().rstrip('%')) / (100 if '%' in x else 1) for x in text.split(' to '))
    assert lo > 0
    return lo, hi

class Draws:
    def __init__(self, doc, rng, n):
        self.rng, self.n, self.doc = rng, n, doc
        self.p = {k: self.sample(v['value']) for k, v in doc['parameters'].items()}
    def quantile_lognormal(self, d):
        if isinstance(d, str):
            lo, hi = read_interval(d); z = Z90
        else:
            lo, hi = d['low'], d['high']; z = norm.ppf(0.5 + d['probability'] / 2)
        return 0.5 * (math.log(lo) + math.log(hi)), (math.log(hi) - math.log(lo)) / (2 * z)
    def sample(self, v):
        n, rng = self.n, self.rng
        if isinstance(v, (int, float)): return np.full(n, float(v))
        if isinstance(v, str):
            if v in self.doc['parameters']: return self.p[v]
            m, s = self.quantile_lognormal(v); return np.exp(m + s * rng.standard_normal(n))
        if 'value' in v: return self.sample(v['value'])
        if 'pert' in v:
            d = v['pert']; a, c, b = d['lower'], d['mode'], d['upper']
            return a + (b - a) * rng.beta(1 + 4 * (c - a) / (b - a), 1 + 4 * (b - c) / (b - a), n)
        if 'triangular' in v:
            d = v['triangular']; return rng.triangular(d['lower'], d['mode'], d['upper'], n)
        if 'beta' in v:
            return rng.beta(v['beta']['alpha'], v['beta']['beta'], n)
        if 'discrete' in v:
            d = v['discrete']; return rng.choice(np.array(d['values']), n, p=d['probabilities'])
        if 'lognormal' in v:
            m, s = self.quantile_lognormal(v['lognormal']); x = np.exp(m + s * rng.standard_normal(n))
            if 'upper' in v:                     # truncation by rejection
                while (bad := x > v['upper']).any(): x[bad] = np.exp(m + s * rng.standard_normal(int(bad.sum())))
            return x
        raise ValueError(v)

def group_correlation(doc, pattern):
    for d in doc.get('dependence', []):
        if d['members'] == [pattern]: return d['correlation']
    return None

def elasticities(doc, dr, side, count):
    e = doc[side]['defaults']['elasticity']
    if isinstance(e, str) and e in dr.p: return dr.p[e][None, :]          # one draw for all lines
    m, s = dr.quantile_lognormal(e['lognormal'] if isinstance(e, dict) else e)
    r = group_correlation(doc, side + '/*/elasticity') or 0.0
    z = dr.rng.standard_normal((count, dr.n)); z *= math.sqrt(1 - r); z += math.sqrt(r) * dr.rng.standard_normal(dr.n)
    z *= s; z += m; return np.exp(z, out=z)

OUTCOMES = ['export_revenue', 'export_revenue_change', 'export_revenue_change_pct', 'redirected_exports', 'total_export_revenue', 'imports',
            'commitment_purchases', 'commitment_increment', 'financed_purchases', 'balance', 'balance_change', 'total_balance_change',
            'partner_tariff_revenue', 'effective_tariff_rate', 'effective_tariff_rate_fixed_weights', 'home_tariff_revenue_change', 'premium_cost',
            'buyer_incidence', 'exporter_incidence']

def arc_additionality(x, eta, sigma, s):
    """Additionality of an increment of x times the imports from the partner: bisection for the power T = 1 - u of a subsidy at which
    buyers want 1 + x as much, with the CES index in levels (Feenstra and Hong 2020)."""
    P = lambda T: (s * T ** (1 - sigma) + 1 - s) ** (1 / (1 - sigma))
    lo, hi = np.full_like(x, 1e-3), np.ones_like(x)
    for _ in range(60):
        T = 0.5 * (lo + hi); too_much = (T / P(T)) ** -sigma * P(T) ** -eta > 1 + x
        lo, hi = np.where(too_much, T, lo), np.where(too_much, hi, T)
    qo = P(0.5 * (lo + hi)) ** (sigma - eta)
    return np.where(x > 1e-9, (s * x + (1 - s) * (qo - 1)) / (s * np.maximum(x, 1e-9)), eta / (sigma * (1 - s) + eta * s))

def run_block(doc, ex, im, rng, n):
    V = np.array([float(r['value']) for r in ex]); t = np.array([float(r['dutyPaid']) for r in ex]) / V; hs = [r['hs'] for r in ex]
    M = np.array([float(r['value']) for r in im])
    dr = Draws(doc, rng, n)
    value_kind = doc['exports']['defaults'].get('elasticityKind') == 'value'
    E = elasticities(doc, dr, 'exports', len(V)); H = elasticities(doc, dr, 'imports', len(M))
    rho = None if value_kind else dr.p[doc['exports']['defaults']['passThrough']]
    cut_rho = None if value_kind else dr.p[doc['imports']['defaults']['passThrough']]
    delta, kappa = dr.p['redirectionShare'], dr.p['redirectionDiscount']
    h, nb = dr.p['pakistanTariff'], dr.p['barrierEquivalent']
    ces = dr.p['cottonImportDemand'] / (dr.p['cottonSubstitution'] * (1 - dr.p['cottonPartnerShare']) + dr.p['cottonImportDemand'] * dr.p['cottonPartnerShare'])
    add = lambda keys: ces if 'substitution' in keys else dr.p[keys['additionality']]
    ak = np.stack([add(doc['imports']['groups'][r['group']]) for r in im])
    rates = {m['name']: dr.sample(m['rate']) for m in doc['measures']}
    cover = {m['name']: np.array([not any(x.startswith(p) for p in m.get('exempt', [])) for x in hs]) for m in doc['measures']}
    C = {}
    for c in doc['commitments']:
        d = {k: dr.sample(c[k]) for k in ('amount', 'millionUnits', 'usdPerUnit', 'fulfilment', 'overlap', 'premium', 'financed') if k in c}
        d['C'] = d['amount'] if 'amount' in d else d['millionUnits'] * d['usdPerUnit']
        C[c['name']] = (c, d)
    bc = {b['name']: dr.sample(b['cut']) for b in doc['barrierCuts']}
    X0, M0, out = V.sum(), M.sum(), {}
    base_M_line = {r['id']: i for i, r in enumerate(im)}
    cache = {}
    for sc in doc['scenarios']:
        (name,) = sc['measures']
        if name not in cache:
            dt = np.multiply.outer(cover[name].astype(float), rates[name]); lt = np.log1p(dt / (1 + t)[:, None])
            if value_kind: vh = np.exp(-E * lt); qh = vh
            else: qh = np.exp(-rho * E * lt); vh = qh * np.exp((rho - 1) * lt)
            rev = V @ vh; R = delta * (1 - kappa) * (V @ np.maximum(0, 1 - qh))
            tnew = t[:, None] + dt
            duty = (V[:, None] * vh * tnew).sum(0); fixed = (V[:, None] * tnew).sum(0) / X0
            cache[name] = rev, R, duty, fixed
        rev, R, duty, fixed = cache[name]
        h1 = h * (1 - sum(tc['cut'] for tc in doc['tariffCuts'] if tc['name'] in sc.get('tariffCuts', [])))
        n1 = nb.copy()
        for b in sc.get('barrierCuts', []): n1 = n1 * (1 - bc[b])
        lT = np.log((1 + h1) * (1 + n1) / ((1 + h) * (1 + nb)))
        Mn = M[:, None] * np.exp(-(H if value_kind else cut_rho * H) * lT)
        dM = Mn - M[:, None]
        D = I = aI = F = fin = rev_c = np.zeros(n)
        for cn in sc.get('commitments', []):
            c, d = C[cn]; Dc = d['fulfilment'] * d['C']
            line = base_M_line.get(c.get('importLine'))
            if c['basis'] == 'level': Ic = np.maximum(0, Dc - (Mn[line] if line is not None else c['base']))
            else:
                g = np.maximum(0, dM[line]) if line is not None else 0
                Ic = np.maximum(0, (1 - d.get('overlap', 0)) * Dc - g)
            a = add(c)
            if 'substitution' in c and line is not None:
                a = arc_additionality(Ic / Mn[line], dr.p[c['importDemandElasticity']], dr.p[c['substitution']], dr.p[c['partnerShare']])
            D = D + Dc; I = I + Ic; aI = aI + a * Ic
            F = F + d.get('premium', 0) * (1 - a) * Ic; fin = fin + d.get('financed', 0) * Dc
            if line is not None: rev_c = rev_c + h1 * Ic - (1 - a) * h * Ic
        imports = Mn.sum(0) + I; dX = rev - X0; bal = rev - imports
        o = dict(export_revenue=rev, export_revenue_change=dX, export_revenue_change_pct=100 * dX / X0, redirected_exports=R, total_export_revenue=rev + R,
                 imports=imports, commitment_purchases=D, commitment_increment=I, financed_purchases=fin, balance=bal, balance_change=dX - dM.sum(0) - I,
                 total_balance_change=dX + R - (ak * dM).sum(0) - aI - F, partner_tariff_revenue=duty, effective_tariff_rate=duty / rev,
                 effective_tariff_rate_fixed_weights=fixed, home_tariff_revenue_change=(h1 * Mn - h * M[:, None]).sum(0) + rev_c, premium_cost=F)
        ident = o['total_balance_change'] - o['balance_change'] - (R + ((1 - ak) * dM).sum(0) + (I - aI) - F)
        assert abs(ident).max() < 1e-8
        if rho is not None: o.update(buyer_incidence=rho * np.ones(n), exporter_incidence=1 - rho * np.ones(n))
        for k in OUTCOMES:
            if k not in o: continue
            out[sc['name'], k] = o[k]
    return out

def simulate(path, draws, seed, sets=()):
    doc = tomllib.load(open(path, 'rb')); base = os.path.dirname(path)
    for s in sets:
        p, v = s.split('=', 1); doc['parameters'][p.split('/')[1]]['value'] = v
    ex = list(csv.DictReader(open(os.path.join(base, doc['exports']['tables'][0]['file'])))); im = list(csv.DictReader(open(os.path.join(base, doc['imports']['tables'][0]['file']))))
    rng = np.random.Generator(np.random.SFC64(seed)); block = draws // 20 // 5; parts = {}
    for _ in range(100):
        for k, v in run_block(doc, ex, im, rng, block).items(): parts.setdefault(k, []).append(v)
    res = {}
    for (sc, k), v in parts.items():
        x = np.concatenate(v); b = x.reshape(20, -1); q = lambda p: float(np.percentile(x, p)); se = lambda f: float(np.std([f(r) for r in b], ddof=1) / math.sqrt(20))
        e = {'mean': float(x.mean()), 'sd': float(x.std(ddof=1)), 'p05': q(5), 'p25': q(25), 'p50': q(50), 'p75': q(75), 'p95': q(95),
             'se': {'mean': float(x.std(ddof=1) / math.sqrt(len(x))), 'p05': se(lambda r: np.percentile(r, 5)), 'p50': se(lambda r: np.percentile(r, 50)), 'p95': se(lambda r: np.percentile(r, 95))}}
        for th in doc['run']['thresholds']:
            if th['outcome'] == k: e['p_below_%g' % th['value']] = float((x < th['value']).mean())
        res.setdefault(sc, {})[k] = e
    return {'draws': len(x), 'seed': seed, 'set': list(sets), 'scenarios': res}

if __name__ == '__main__':
    ap = argparse.ArgumentParser()
    ap.add_argument('dir')
    ap.add_argument('--draws', type=int, default=200000)
    ap.add_argument('--seed', type=int, default=7)
    a = ap.parse_args()
    print('file,scenario,outcome,statistic,value,standard_error')
    for offset, name in enumerate(('scenario.toml', 'scenario-value.toml')):
        for sc, outcomes in simulate(os.path.join(a.dir, name), a.draws, a.seed + offset)['scenarios'].items():
            for outcome, e in outcomes.items():
                for s in ('mean', 'p05', 'p50', 'p95'): print(f"{name},{sc},{outcome},{s},{e[s]!r},{e['se'][s]!r}")
