#include "workbook_writer.h"

#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { most_decimals = 12 };

struct workbook_writer {
  lxw_workbook *book;
  lxw_worksheet *sheet;
  char sheet_name[32];
  lxw_format *title, *head, *head_right, *wrapped;
  // Made when first used: every format is written to the file.
  lxw_format *numbers[most_decimals + 1];
  lxw_error fault;
};

static void note(workbook_writer *writer, lxw_error error) {
  if (writer->fault == LXW_NO_ERROR) writer->fault = error;
}

static lxw_format *head_format(lxw_workbook *book) {
  lxw_format *format = workbook_add_format(book);
  format_set_bold(format);
  format_set_bottom(format, LXW_BORDER_THIN);
  format_set_text_wrap(format);
  return format;
}

workbook_writer *workbook_writer_open(const char *path, const char *title) {
  workbook_writer *writer = calloc(1, sizeof *writer);
  if (!writer) return NULL;
  writer->book = workbook_new(path);
  if (!writer->book) {
    free(writer);
    return NULL;
  }
  lxw_doc_properties properties = {.title = (char *)title, .created = 946684800 /* 1 January 2000: a date that is none */};
  note(writer, workbook_set_properties(writer->book, &properties));
  writer->title = workbook_add_format(writer->book);
  format_set_bold(writer->title);
  format_set_font_size(writer->title, 14);
  writer->head = head_format(writer->book);
  writer->head_right = head_format(writer->book);
  format_set_align(writer->head_right, LXW_ALIGN_RIGHT);
  writer->wrapped = workbook_add_format(writer->book);
  format_set_text_wrap(writer->wrapped);
  format_set_align(writer->wrapped, LXW_ALIGN_VERTICAL_TOP);
  return writer;
}

void workbook_writer_sheet(workbook_writer *writer, const char *name, int32_t header_rows, int32_t has_breaks) {
  writer->sheet = workbook_add_worksheet(writer->book, name);
  if (!writer->sheet) {
    note(writer, LXW_ERROR_INVALID_SHEETNAME_CHARACTER);
    return;
  }
  strncpy(writer->sheet_name, name, sizeof writer->sheet_name - 1);
  worksheet_set_landscape(writer->sheet);
  worksheet_set_paper(writer->sheet, 9); // A4
  // A page is as wide as the sheet, unless breaks between rows are set.
  if (!has_breaks) worksheet_fit_to_pages(writer->sheet, 1, 0);
  else worksheet_set_print_scale(writer->sheet, 48);
  if (header_rows > 0) {
    worksheet_freeze_panes(writer->sheet, header_rows, 0);
    note(writer, worksheet_repeat_rows(writer->sheet, 0, header_rows - 1));
  }
}

void workbook_writer_width(workbook_writer *writer, int32_t column, double characters) {
  if (writer->sheet) note(writer, worksheet_set_column(writer->sheet, column, column, characters, NULL));
}

void workbook_writer_height(workbook_writer *writer, int32_t row, double points) {
  if (writer->sheet) note(writer, worksheet_set_row(writer->sheet, row, points, NULL));
}

void workbook_writer_breaks(workbook_writer *writer, const uint32_t *rows) {
  if (writer->sheet) note(writer, worksheet_set_h_pagebreaks(writer->sheet, (lxw_row_t *)rows));
}

void workbook_writer_text(workbook_writer *writer, int32_t row, int32_t column, const char *text, enum workbook_style style) {
  if (!writer->sheet) return;
  lxw_format *format = NULL;
  switch (style) {
  case workbook_style_plain: break;
  case workbook_style_title: format = writer->title; break;
  case workbook_style_head: format = writer->head; break;
  case workbook_style_head_right: format = writer->head_right; break;
  case workbook_style_wrapped: format = writer->wrapped; break;
  }
  note(writer, worksheet_write_string(writer->sheet, row, column, text, format));
}

void workbook_writer_number(workbook_writer *writer, int32_t row, int32_t column, double value, int32_t decimals) {
  if (!writer->sheet) return;
  if (decimals < 0) decimals = 0;
  if (decimals > most_decimals) decimals = most_decimals;
  if (!writer->numbers[decimals]) {
    char pattern[most_decimals + 8] = "#,##0";
    if (decimals > 0) strcat(pattern, ".");
    for (int32_t digit = 0; digit < decimals; digit++) strcat(pattern, "0");
    writer->numbers[decimals] = workbook_add_format(writer->book);
    format_set_num_format(writer->numbers[decimals], pattern);
  }
  note(writer, worksheet_write_number(writer->sheet, row, column, value, writer->numbers[decimals]));
}

void workbook_writer_filter(workbook_writer *writer, int32_t row, int32_t last_row, int32_t last_column) {
  if (writer->sheet) note(writer, worksheet_autofilter(writer->sheet, row, 0, last_row, last_column));
}

// The marks of a percentile over the names, without a line from one name to the next.
static void add_series(workbook_writer *writer, lxw_chart *chart, struct workbook_intervals rows, int32_t column, uint8_t mark,
                       uint8_t size, lxw_color_t color) {
  if (column < 0) return;
  lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
  if (!series) {
    note(writer, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return;
  }
  chart_series_set_categories(series, writer->sheet_name, rows.first_row, rows.name_column, rows.last_row, rows.name_column);
  chart_series_set_values(series, writer->sheet_name, rows.first_row, column, rows.last_row, column);
  chart_series_set_name_range(series, writer->sheet_name, rows.first_row - 1, column);
  lxw_chart_line none = {.none = LXW_TRUE};
  lxw_chart_line edge = {.color = color, .width = 1};
  lxw_chart_fill fill = {.color = color};
  chart_series_set_line(series, &none);
  chart_series_set_marker_type(series, mark);
  chart_series_set_marker_size(series, size);
  chart_series_set_marker_line(series, &edge);
  chart_series_set_marker_fill(series, &fill);
}

void workbook_writer_intervals(workbook_writer *writer, int32_t row, int32_t column, const char *title, const char *axis,
                               struct workbook_intervals rows) {
  if (!writer->sheet) return;
  lxw_chart *chart = workbook_add_chart(writer->book, LXW_CHART_LINE);
  if (!chart) {
    note(writer, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return;
  }
  // Excel joins the first series with the last one by bars, and the lowest with the highest by lines; LibreOffice draws the marks
  // alone, so that they have to be seen by themselves.
  add_series(writer, chart, rows, rows.lower, LXW_CHART_MARKER_SQUARE, 4, 0x5FA8D3);
  add_series(writer, chart, rows, rows.low, LXW_CHART_MARKER_TRIANGLE, 5, 0x0072B2);
  add_series(writer, chart, rows, rows.middle, LXW_CHART_MARKER_DIAMOND, 9, 0x1D2329);
  add_series(writer, chart, rows, rows.high, LXW_CHART_MARKER_TRIANGLE, 5, 0x0072B2);
  add_series(writer, chart, rows, rows.upper, LXW_CHART_MARKER_SQUARE, 4, 0x5FA8D3);
  lxw_chart_line line = {.color = 0x0072B2, .width = 1.5f};
  if (rows.low >= 0 && rows.high >= 0) chart_set_high_low_lines(chart, &line);
  if (rows.lower >= 0 && rows.upper >= 0) {
    lxw_chart_fill fill = {.color = 0x99C7E0};
    chart_set_up_down_bars_format(chart, &line, &fill, &line, &fill);
  }
  chart_title_set_name(chart, title);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  chart_axis_set_name(chart->y_axis, axis);
  chart_axis_set_num_format(chart->y_axis, "#,##0.##");
  chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  lxw_chart_options options = {.x_scale = 1.5, .y_scale = 1.4, .description = (char *)title};
  note(writer, worksheet_insert_chart_opt(writer->sheet, row, column, chart, &options));
}

int32_t workbook_writer_close(workbook_writer *writer, const char **reason) {
  lxw_error closed = workbook_close(writer->book);
  note(writer, closed);
  lxw_error fault = writer->fault;
  free(writer);
  *reason = lxw_strerror(fault);
  return (int32_t)fault;
}
