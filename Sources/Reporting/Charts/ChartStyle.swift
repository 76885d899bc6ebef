/// The style sheets of charts: colours that can be told apart without colour vision (Okabe and Ito 2008,
/// https://jfly.uni-koeln.de/color/), with dashes besides.
enum ChartStyle {
  /// The classes of marks; colours are variables of the sheet around them.
  static let marks = """
    .chart text{font:13px system-ui,sans-serif;fill:var(--ink);paint-order:stroke;stroke:var(--page);stroke-width:3px}.chart .tick,.chart .small{font-size:12px;fill:var(--soft)}\
    .chart .figures{font-size:12px;fill:var(--soft);font-variant-numeric:tabular-nums}.chart .title{font-weight:600;font-size:15px}\
    .chart .grid{stroke:var(--rule)}.chart .zero{stroke:var(--soft)}\
    .chart .threshold{stroke:var(--mark);stroke-width:1.5;stroke-dasharray:5 4}\
    .chart .outer{stroke:var(--c1);stroke-width:2}.chart .inner{fill:var(--c1);fill-opacity:.4}\
    .chart .middle{stroke:var(--ink);stroke-width:2.5}.chart .point{fill:var(--c1)}\
    .chart .fall{fill:var(--c2);fill-opacity:.4}.chart .rise{fill:var(--c3);fill-opacity:.4}.chart .lead{stroke:var(--soft)}\
    .chart .density{fill:var(--c1);fill-opacity:.35;stroke:var(--c1)}\
    .chart .band90{fill:var(--c1);fill-opacity:.18}.chart .band50{fill:var(--c1);fill-opacity:.34}\
    .chart .curve{fill:none;stroke-width:2.2}.chart .series1{stroke:var(--c1)}.chart .series2{stroke:var(--c2);stroke-dasharray:8 3}\
    .chart .series3{stroke:var(--c3);stroke-dasharray:3 3}.chart .series4{stroke:var(--c4);stroke-dasharray:10 3 2 3}\
    .chart .series5{stroke:var(--c1);stroke-dasharray:2 4}.chart .series6{stroke:var(--c2)}\
    .chart .series7{stroke:var(--c3)}.chart .series8{stroke:var(--c4)}
    """

  /// The variables in the light.
  static let light =
    "--page:#fff;--ink:#1d2329;--soft:#57606a;--rule:#dde1e6;--mark:#a02c2c;--c1:#0072b2;--c2:#a85200;--c3:#007a5a;--c4:#a0458a"
  /// The variables in the dark.
  static let dark =
    "--page:#12161b;--ink:#e6edf3;--soft:#a4adb8;--rule:#3a424b;--mark:#ff9b8a;--c1:#6cb6ff;--c2:#f0a35e;--c3:#4cc9a0;--c4:#e29bd0"

  /// The sheet of a drawing in a file of its own.
  static let file = "svg{background:var(--page);\(light)}@media(prefers-color-scheme:dark){svg{\(dark)}}" + marks
}
