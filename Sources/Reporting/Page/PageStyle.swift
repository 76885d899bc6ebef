/// The style sheet of pages.
enum PageStyle {
  static let sheet = """
    :root{color-scheme:light dark;--link:#0a58a8;\(ChartStyle.light)}\
    @media(prefers-color-scheme:dark){:root{--link:#7cbcff;\(ChartStyle.dark)}}\
    *{box-sizing:border-box}\
    body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 4rem;background:var(--page);color:var(--ink);\
    font:16px/1.5 system-ui,sans-serif;overflow-wrap:break-word}\
    h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.3rem;margin:2.5rem 0 .75rem;padding-top:.5rem;border-top:2px solid var(--rule)}\
    h3{font-size:1.05rem;margin:0 0 .5rem}.facts,figcaption,caption{color:var(--soft);font-size:.9rem}.lead{font-size:1.1rem}\
    p,ul{max-width:46rem}a{color:var(--link)}nav{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;font-size:.95rem}\
    figure{margin:1.5rem 0 2rem;padding:0}\(ChartStyle.marks)\
    .chart{display:block;width:100%;height:auto}.chart.narrow{display:none}.chart.mark{width:96px;height:16px}\
    .scroll{overflow-x:auto;margin:.75rem 0}table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}\
    caption{text-align:left;padding-bottom:.25rem}th,td{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}\
    thead th{vertical-align:bottom;font-weight:600}tbody th{font-weight:400;min-width:9rem}.n{text-align:right;white-space:nowrap}\
    details{margin:.5rem 0}summary{cursor:pointer;color:var(--link)}\
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}\
    @media(max-width:44rem){body{padding:1rem .75rem 3rem}h1{font-size:1.35rem}.chart.wide{display:none}.chart.narrow{display:block}}\
    @media print{:root{color-scheme:light;--link:#1d2329;\(ChartStyle.light)}\
    @page{size:A4;margin:16mm}body{max-width:none;padding:0;font-size:10pt}nav{display:none}\
    .chart.narrow{display:none}.chart.wide{display:block}figure,tr{break-inside:avoid}h2,h3{break-after:avoid}\
    .scroll{overflow:visible}table{font-size:7.5pt}details:not([open]){display:none}}
    """
}
