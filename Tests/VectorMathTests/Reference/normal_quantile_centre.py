#!/usr/bin/env python3
"""Rational approximation of the centre of the standard normal quantile.

For u in (0,1) let  x = 2u-1,  b = 4u(1-u) = 1-x^2,  z = Phi^{-1}(u).
f(b) = z/x depends on b alone.  On  b in [bmin, 1],  bmin = 4u0(1-u0),  u0 = 2^-bits,
this script approximates

    f(b) ~ c0 + P(t)/Q(t),     t = b (var b)   or   t = sqrt(b) (var s)

with minimal maximal RELATIVE error (Remez exchange in multiple precision).  The
kernel computes  z = fma(x, P/Q, x):  with c0 = 1 the product c0*x is exact, and the
rounding errors of P, Q and the division count only with the share (f-1)/f, which is
0.2 at u = 1/2 and 0.7 at u = 2^-11.

The coefficients are then rounded to double one after the other; after each rounding
those still free are re-fitted (least squares of the relative error: a linear problem,
since the perturbations are ~1e-16).  The order is that of a sorted QR factorisation,
i.e. this is Babai's nearest-plane method.  Q's constant coefficient is 1.

The zeros of P + c0 Q and of Q are all negative, so the coefficients of Q are positive;
P gets a few negative ones at the top from the subtraction, harmless since c0 is added.

The coefficients printed belong to the variable  y = u(1-u) = b/4  (var s: sqrt(y)),
multiplied by 4^j (2^j), which is exact and saves the multiplication by 4.

usage: normal_quantile_centre.py {b|s} bits m n [c0] > header.h       (m >= n unless c0 = 0)
Needs mpmath (gmpy2 makes it faster).  About 15 s.
"""
import sys
import mpmath as mp
from mpmath import mpf

mp.mp.dps = 60


# ---------------------------------------------------------------- the function
def z_from_b(b):
    """z >= 0 with 4 Phi(z) Phi(-z) = b, by Newton's method on log b(z)."""
    if b == 1:
        return mpf(0)
    lb = mp.log(b)
    z = mp.sqrt(-mpf('1.6') * lb)

    def step(z):
        s = z / mp.sqrt(2)
        x = mp.erf(s)
        B = mp.erfc(s) * (1 + x)
        slope = -2 * x * mp.sqrt(2 / mp.pi) * mp.exp(-z * z / 2) / B
        return (mp.log(B) - lb) / slope

    for _ in range(50):
        d = step(z)
        z -= d
        if abs(d) < mpf(10) ** (-mp.mp.dps // 2) * z:
            break
    return z - step(z)


def f_of_b(b):
    return mp.sqrt(mp.pi / 2) if b == 1 else z_from_b(b) / mp.sqrt(1 - b)


def grid(bits, var, n):
    """n+1 pairs (t, f), Chebyshev-spaced in log b: there the error lobes are about even."""
    u0 = mpf(2) ** -bits
    lmin = mp.log(4 * u0 * (1 - u0))
    out = []
    for i in range(n + 1):
        b = mp.exp(lmin * (1 + mp.cos(mp.pi * i / n)) / 2) if i < n else mpf(1)
        out.append((b if var == 'b' else mp.sqrt(b), f_of_b(b)))
    return out


def horner(c, t):
    r = c[-1]
    for a in reversed(c[:-1]):
        r = r * t + a
    return r


# ----------------------------------------------------------------------- Remez
def rel_error(p, q, G, c=0):
    return [(c + horner(p, t) / horner(q, t)) / f - 1 for t, f in G]


def interpolate(m, n, nodes, G):
    A, r = mp.matrix(m + n + 1), mp.matrix(m + n + 1, 1)
    for i, k in enumerate(nodes):
        t, f = G[k]
        for j in range(m + 1):
            A[i, j] = t ** j
        for j in range(1, n + 1):
            A[i, m + j] = -f * t ** j
        r[i] = f
    s = mp.lu_solve(A, r)
    return [s[j] for j in range(m + 1)], [mpf(1)] + [s[m + j] for j in range(1, n + 1)]


def extrema(e, K):
    """indices of K alternating extrema of the sampled error e (fewer: not enough lobes)"""
    ref = [0]
    for i in range(1, len(e)):
        if (e[i] > 0) == (e[ref[-1]] > 0):
            if abs(e[i]) > abs(e[ref[-1]]):
                ref[-1] = i
        else:
            ref.append(i)
    while len(ref) > K:
        ref.pop(0 if abs(e[ref[0]]) < abs(e[ref[-1]]) else -1)
    return ref


def remez(m, n, G, nodes):
    """minimax (m, n) rational on the grid; returns p, q (q[0] = 1), max error, zeros of the error"""
    K = m + n + 2
    p, q = interpolate(m, n, nodes, G)
    E = mpf(0)
    for it in range(25):
        e = rel_error(p, q, G)
        mx = max(abs(v) for v in e)
        ref = extrema(e, K)
        if len(ref) < K:
            raise ArithmeticError('(%d,%d): only %d alternations' % (m, n, len(ref)))
        if min(abs(e[k]) for k in ref) > mpf('0.99') * mx:
            break
        for inner in range(8):              # levelled error on ref: linearise E*Q about (E, Q)
            A, r = mp.matrix(K), mp.matrix(K, 1)
            for i, k in enumerate(ref):
                t, f = G[k]
                sg = 1 if e[k] > 0 else -1
                w = 1 / (f * horner(q, t))
                g = f * (1 + sg * E)
                tj = w
                for j in range(max(m, n) + 1):
                    if j <= m:
                        A[i, j] = tj
                    if 1 <= j <= n:
                        A[i, m + j] = -g * tj
                    tj *= t
                A[i, K - 1] = -sg
                r[i] = g * w
            s = mp.lu_solve(A, r)
            p = [s[j] for j in range(m + 1)]
            q = [mpf(1)] + [s[m + j] for j in range(1, n + 1)]
            E += s[K - 1]
            if abs(s[K - 1]) < abs(E) * mpf('1e-6'):
                break
    zeros = []
    for a, c in zip(ref, ref[1:]):
        k = next(k for k in range(a, c) if (e[k] > 0) != (e[k + 1] > 0))
        zeros.append(k + float(e[k] / (e[k] - e[k + 1])))
    return p, q, mx, zeros


def respace(zeros, count, N):
    """the distribution of zeros carried over to another number of nodes"""
    old = [-0.5] + list(range(len(zeros))) + [len(zeros) - 0.5]
    pos = [0.0] + zeros + [float(N)]
    out = []
    for i in range(count):
        s = (i + 0.5) / count * len(zeros) - 0.5
        j = max(k for k in range(len(old) - 1) if old[k] <= s)
        v = pos[j] + (pos[j + 1] - pos[j]) * (s - old[j]) / (old[j + 1] - old[j])
        out.append(int(round(v)))
    for i in range(1, count):
        out[i] = max(out[i], out[i - 1] + 1)
    return out


def minimax(m, n, G, verbose=True):
    """degrees raised step by step from (k, k + n - m), each start taken from the last error's zeros"""
    N = len(G) - 1
    k = min(m, n, 7)
    a, c = k + max(0, m - n), k + max(0, n - m)
    cnt = a + c + 1
    nodes = [int(round((i + 0.5) * N / cnt)) for i in range(cnt)]
    while True:
        p, q, mx, zeros = remez(a, c, G, nodes)
        if verbose:
            print('  (%d,%d) max rel error %s' % (a, c, mp.nstr(mx, 4)), file=sys.stderr, flush=True)
        if a == m and c == n:
            return p, q, mx
        a, c = a + 1, c + 1
        nodes = respace(zeros, a + c + 1, N)


# -------------------------------------------------------------------- rounding
def rnd(v):
    with mp.workprec(53):
        return +v


def ulp(v):
    return mpf(2) ** (mp.floor(mp.log(abs(v), 2)) - 52)


def round_coefficients(p, q, G, c0, fixed):
    """Babai rounding to double of the coefficients in f ~ c0 + P/Q;
    fixed: index (into p+q) of the coefficient that is exact already."""
    m1 = len(p)
    c = p + q
    idx = [j for j in range(len(c)) if j != fixed]
    c[fixed] = rnd(c[fixed])
    P = [horner(p, t) for t, _ in G]
    Q = [horner(q, t) for t, _ in G]
    # columns: relative change of c0 + P/Q per ulp of a coefficient
    col = {}
    for j in idx:
        if j < m1:
            col[j] = [ulp(c[j]) * t ** j / (Q[i] * f) for i, (t, f) in enumerate(G)]
        else:
            col[j] = [-ulp(c[j]) * t ** (j - m1) * P[i] / (Q[i] ** 2 * f) for i, (t, f) in enumerate(G)]
    dot = lambda a, b: mp.fdot(zip(a, b))
    # sorted Gram-Schmidt: the smallest remaining column first (rounded last)
    V = {j: list(col[j]) for j in idx}
    order, Qs, R = [], [], {}
    left = list(idx)
    while left:
        j = min(left, key=lambda j: dot(V[j], V[j]))
        left.remove(j)
        nrm = mp.sqrt(dot(V[j], V[j]))
        u = [v / nrm for v in V[j]]
        order.append(j)
        Qs.append(u)
        R[j, j] = nrm
        k = len(order) - 1
        for l in left:
            R[k, l] = d = dot(u, V[l])
            V[l] = [a - d * b for a, b in zip(V[l], u)]
    # nearest plane.  The residual starts as the error; coefficients in ulps.
    res = rel_error(c[:m1], c[m1:], G, c0)
    for k in reversed(range(len(order))):
        j = order[k]
        # best real step of coefficient j, those before it in the order being free
        step = -dot(Qs[k], res) / R[j, j]
        new = rnd(c[j] + step * ulp(c[j]))
        d = (new - c[j]) / ulp(c[j])
        c[j] = new
        res = [r + d * g for r, g in zip(res, col[j])]
    return c[:m1], c[m1:]


def main():
    var, bits, m, n = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    c0 = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    G = grid(bits, var, 900)
    p, q, mx = minimax(m, n, G)
    assert c0 == 0 or m >= n
    for j in range(n + 1):                  # f = c0 + P/Q
        p[j] -= c0 * q[j]
    P, Q = round_coefficients(p, q, G[::3], c0, len(p))
    e = max(abs(v) for v in rel_error(P, Q, grid(bits, var, 1777), c0))   # a fresh, denser grid
    print('  rounded max rel error %s' % mp.nstr(e, 4), file=sys.stderr, flush=True)
    assert all(v > 0 for v in Q) and all(mpf(float(v)) == v for v in P + Q)
    sq = var == 's'
    print('/* generated by normal_quantile_centre.py %s: z = c0*x + x*P(t)/Q(t), x = 2u-1, t = %s, u >= 2^-%d;' %
          (' '.join(sys.argv[1:]), 'sqrt(u(1-u))' if sq else 'u(1-u)', bits))
    print('   degrees (%d,%d), max relative error %s (with unrounded coefficients %s).' % (m, n, mp.nstr(e, 4), mp.nstr(mx, 4)))
    print('   Lowest degree first. */')
    print('#define NQ_VAR_SQRT %d\n#define NQ_C0 %d\n#define NQ_BITS %d\n#define NQ_M %d\n#define NQ_N %d' % (sq, c0, bits, m, n))
    for name, v in (('P', P), ('Q', Q)):
        print('static const double NQ_%s[] = {' % name)
        for j, a in enumerate(v):
            a = float(a) * 2.0 ** (j if sq else 2 * j)
            print('    %s, /* %2d  %.17g */' % (a.hex(), j, a))
        print('};')


if __name__ == '__main__':
    main()
