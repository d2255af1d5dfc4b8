-- A workbook has sheets where a text has an encoding and a delimiter.
alter table import
  alter column encoding drop not null,
  alter column delimiter drop not null,
  add column sheet text,
  add column sheets text[],
  add constraint import_reading_check check (
    (sheet is null) = (sheets is null) and (sheet is null) = (encoding is not null) and (sheet is null) = (delimiter is not null));
