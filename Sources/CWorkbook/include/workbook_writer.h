#pragma once
#include <stdint.h>

// A workbook written cell by cell: the part of libxlsxwriter that results need.
//
// Every call of the library says whether it worked; the first that did not is kept and told by workbook_writer_close. Rows and
// columns count from 0. Texts are UTF-8 and never formulas.

typedef struct workbook_writer workbook_writer;

enum workbook_style {
  workbook_style_plain,
  workbook_style_title,
  workbook_style_head,
  workbook_style_head_right,
  workbook_style_wrapped
};

// Nothing where the system gives no memory. The file says nothing of when it was made, so that equal content has equal bytes.
workbook_writer *workbook_writer_open(const char *path, const char *title);

// Begins a sheet; what follows goes there. Header rows are frozen and repeated on paper. A sheet with breaks between its pages is
// printed at 48 %, others as wide as the page.
void workbook_writer_sheet(workbook_writer *writer, const char *name, int32_t header_rows, int32_t has_breaks);
// Pages begin at these rows; a 0 ends the list.
void workbook_writer_breaks(workbook_writer *writer, const uint32_t *rows);
void workbook_writer_height(workbook_writer *writer, int32_t row, double points);
void workbook_writer_width(workbook_writer *writer, int32_t column, double characters);
void workbook_writer_text(workbook_writer *writer, int32_t row, int32_t column, const char *text, enum workbook_style style);
// A finite number, shown with so many decimals.
void workbook_writer_number(workbook_writer *writer, int32_t row, int32_t column, double value, int32_t decimals);
// Buttons that filter the rows below a header.
void workbook_writer_filter(workbook_writer *writer, int32_t row, int32_t last_row, int32_t last_column);

// A chart over rows of the sheet below a header: names in the first column, then for each row the columns named, by number or -1; a
// box from the lower to the upper quarter, a line from the low to the high percentile, a mark at each.
struct workbook_intervals {
  int32_t first_row;
  int32_t last_row;
  int32_t name_column;
  int32_t low, lower, middle, upper, high;
};
void workbook_writer_intervals(workbook_writer *writer, int32_t row, int32_t column, const char *title, const char *axis,
                               struct workbook_intervals rows);

// Closes the file and frees the writer; 0, or the library's number of the first call that failed, with its words in *reason.
int32_t workbook_writer_close(workbook_writer *writer, const char **reason);
