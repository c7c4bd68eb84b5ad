// How a printed document looks, on A4 or on the A5 pages of a booklet. Black on white, no address, no picture.
import type { ExportPaper } from '#shared/exports/exportAsked.ts'

const sizes: Readonly<Record<ExportPaper, { page: string; margin: string; text: string }>> = {
  a4: { page: 'A4', margin: '20mm 22mm 18mm', text: '10.5pt/1.45' },
  // The inner edge is wider: a booklet is folded there.
  a5: { page: 'A5', margin: '14mm 13mm 14mm', text: '9.5pt/1.42' },
}

export const printStyle = (paper: ExportPaper): string => `
@page { size: ${sizes[paper].page}; margin: ${sizes[paper].margin};
  @bottom-center { content: counter(page) " / " counter(pages); font: 8.5pt ${family}; color: #55534c; } }
@page :first { @bottom-center { content: ""; } }
${paper === 'a5' ? '@page :right { margin-left: 17mm; } @page :left { margin-right: 17mm; }' : ''}
html { font: ${sizes[paper].text} ${family}; color: #1d1d1b; }
body { margin: 0; }
h1 { font-size: 2.2em; line-height: 1.12; margin: 0 0 .3em; letter-spacing: -.01em; }
h2 { font-size: 1.5em; line-height: 1.2; margin: 1.6em 0 .5em; padding-bottom: .2em; border-bottom: 1.5pt solid #1d1d1b; }
h3 { font-size: 1.18em; line-height: 1.25; margin: 1.3em 0 .35em; }
h4 { font-size: 1em; margin: .8em 0 .15em; color: #3d3b35; }
h1, h2, h3, h4 { break-after: avoid; break-inside: avoid; text-wrap: balance; overflow-wrap: anywhere; }
p { margin: 0 0 .55em; }
ul, ol { margin: 0 0 .6em; padding-left: 1.4em; }
li { margin: 0 0 .25em; }
p, li, dd, td, th { orphans: 2; widows: 2; overflow-wrap: anywhere; }
a { color: inherit; text-decoration: none; }
p a { text-decoration: underline; }
sup { font-size: .7em; line-height: 0; }
.cover .sub { color: #55534c; margin-bottom: 1.4em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em .9em; margin: 0 0 1.4em; }
dt { font-weight: 700; } dd { margin: 0; }
.lead { font-size: 1.06em; line-height: 1.4; padding-left: .8em; border-left: 3pt solid #1d1d1b; }
.name { break-after: avoid; break-inside: avoid; }
.remark { color: #55534c; font-style: italic; }
.frame { border: .75pt solid #8d897d; border-radius: 3pt; padding: .6em .9em .35em; margin: .7em 0; break-inside: auto; }
.frame-title { font-weight: 700; margin-bottom: .3em; break-after: avoid; }
.toc:not(.short) { break-before: page; } .toc:not(.short) h2 { margin-top: 0; } .toc:not(.short) + * { break-before: page; margin-top: 0; }
.toc ol { list-style: none; padding: 0; }
.toc.short { margin-bottom: 1.6em; }
.toc li { margin: 0 0 .22em; break-inside: avoid; }
.toc a { display: flex; align-items: baseline; gap: .4em; }
.toc .t { flex: 0 1 auto; max-width: 88%; }
.toc .dots { flex: 1 1 1em; border-bottom: .5pt dotted #8d897d; }
.toc .pg { flex: none; min-width: 2em; text-align: right; font-variant-numeric: tabular-nums; }
.l1 { font-weight: 700; margin-top: .55em !important; } .l2 { padding-left: 1.1em; }
table { border-collapse: collapse; width: 100%; margin: .4em 0 1em; font-size: .93em; }
caption { text-align: left; font-weight: 700; padding-bottom: .35em; }
th, td { text-align: left; vertical-align: top; padding: .3em .5em; border-bottom: .5pt solid #b5b1a5; }
thead th { overflow-wrap: normal; border-bottom: 1.25pt solid #1d1d1b; } tbody th { font-weight: 600; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
.page { break-before: page; height: 0; } .page + h2 { margin-top: 0; }
.notes { font-size: .9em; }
`

const family =
  '"Atkinson Hyperlegible Next", "Liberation Sans", "Noto Sans", "DejaVu Sans", Arial, sans-serif'
