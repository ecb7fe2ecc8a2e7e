//! One Parquet table from rows: what its columns are called, what they hold, how it is laid out.

use jiff::civil::{Date, date};
use parquet::basic::{Compression, FieldRepetitionType, LogicalType, Type as Physical};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type,
};
use parquet::errors::Result;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

/// DuckDB and Spark read such groups of rows side by side; this is the size of DuckDB's own.
const ROWS_OF_A_GROUP: usize = 122_880;

/// A column: its name, and what it holds of a row.
pub(super) type Column<R> = (&'static str, Cells<R>);

/// What a column holds of a row.
pub(super) enum Cells<R> {
    Text(fn(&R) -> String),
    TextIfAny(fn(&R) -> Option<String>),
    Texts(fn(&R) -> Vec<String>),
    Count(fn(&R) -> usize),
    Flag(fn(&R) -> bool),
    DayIfAny(fn(&R) -> Option<Date>),
    NumberIfAny(fn(&R) -> Option<f64>),
}

/// Returns rows as a Parquet file.
pub(super) fn table<R>(columns: &[Column<R>], rows: impl Iterator<Item = R>) -> Result<Vec<u8>> {
    let fields = columns
        .iter()
        .map(field)
        .collect::<Result<Vec<TypePtr>>>()?;
    let schema = Type::group_type_builder("whom")
        .with_fields(fields)
        .build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        // Least and greatest of a group let readers pass it over; those of each page are not worth their bytes here.
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_offset_index_disabled(true)
        .set_created_by(concat!("whom version ", env!("CARGO_PKG_VERSION")).to_owned())
        .build();
    let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        let part: Vec<R> = rows.by_ref().take(ROWS_OF_A_GROUP).collect();
        let mut group = file.next_row_group()?;
        for (_, cells) in columns {
            put(&mut group, cells, &part)?;
        }
        group.close()?;
    }
    file.into_inner()
}

fn field<R>((name, cells): &Column<R>) -> Result<TypePtr> {
    use FieldRepetitionType::{OPTIONAL, REPEATED, REQUIRED};
    let text = Some(LogicalType::String);
    Ok(Arc::new(match cells {
        Cells::Text(_) => leaf(name, Physical::BYTE_ARRAY, text, REQUIRED)?,
        Cells::TextIfAny(_) => leaf(name, Physical::BYTE_ARRAY, text, OPTIONAL)?,
        Cells::Count(_) => leaf(name, Physical::INT64, None, REQUIRED)?,
        Cells::Flag(_) => leaf(name, Physical::BOOLEAN, None, REQUIRED)?,
        Cells::DayIfAny(_) => leaf(name, Physical::INT32, Some(LogicalType::Date), OPTIONAL)?,
        Cells::NumberIfAny(_) => leaf(name, Physical::DOUBLE, None, OPTIONAL)?,
        // The three levels that the format asks for, so that no reader takes the list for a struct.
        Cells::Texts(_) => {
            let element = leaf("element", Physical::BYTE_ARRAY, text, REQUIRED)?;
            let list = Type::group_type_builder("list")
                .with_repetition(REPEATED)
                .with_fields(vec![Arc::new(element)])
                .build()?;
            Type::group_type_builder(name)
                .with_repetition(REQUIRED)
                .with_logical_type(Some(LogicalType::List))
                .with_fields(vec![Arc::new(list)])
                .build()?
        }
    }))
}

fn leaf(
    name: &str,
    physical: Physical,
    logical: Option<LogicalType>,
    repetition: FieldRepetitionType,
) -> Result<Type> {
    Type::primitive_type_builder(name, physical)
        .with_logical_type(logical)
        .with_repetition(repetition)
        .build()
}

type Group<'a> = SerializedRowGroupWriter<'a, Vec<u8>>;

fn put<R>(group: &mut Group<'_>, cells: &Cells<R>, rows: &[R]) -> Result<()> {
    match cells {
        Cells::Text(of) => {
            let values: Vec<ByteArray> = rows.iter().map(|row| bytes(of(row))).collect();
            write::<ByteArrayType>(group, &values, None, None)
        }
        Cells::TextIfAny(of) => {
            write_if_any::<ByteArrayType>(group, rows.iter().map(|row| of(row).map(bytes)))
        }
        Cells::Count(of) => {
            let values: Vec<i64> = rows.iter().map(|row| of(row) as i64).collect();
            write::<Int64Type>(group, &values, None, None)
        }
        Cells::Flag(of) => {
            let values: Vec<bool> = rows.iter().map(of).collect();
            write::<BoolType>(group, &values, None, None)
        }
        Cells::DayIfAny(of) => {
            write_if_any::<Int32Type>(group, rows.iter().map(|row| of(row).map(days)))
        }
        Cells::NumberIfAny(of) => write_if_any::<DoubleType>(group, rows.iter().map(of)),
        Cells::Texts(of) => {
            let (mut values, mut present, mut goes_on) = (Vec::new(), Vec::new(), Vec::new());
            for row in rows {
                let texts = of(row);
                // An empty list is one entry without a value.
                for at in 0..texts.len().max(1) {
                    present.push(i16::from(!texts.is_empty()));
                    goes_on.push(i16::from(at > 0));
                }
                values.extend(texts.into_iter().map(bytes));
            }
            write::<ByteArrayType>(group, &values, Some(&present), Some(&goes_on))
        }
    }
}

fn write_if_any<T: DataType>(
    group: &mut Group<'_>,
    cells: impl Iterator<Item = Option<T::T>>,
) -> Result<()> {
    let cells: Vec<Option<T::T>> = cells.collect();
    let present: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let values: Vec<T::T> = cells.into_iter().flatten().collect();
    write::<T>(group, &values, Some(&present), None)
}

fn write<T: DataType>(
    group: &mut Group<'_>,
    values: &[T::T],
    present: Option<&[i16]>,
    goes_on: Option<&[i16]>,
) -> Result<()> {
    let mut column = group
        .next_column()?
        .expect("the schema has a leaf for each column of the table");
    column.typed::<T>().write_batch(values, present, goes_on)?;
    column.close()
}

fn bytes(text: String) -> ByteArray {
    ByteArray::from(text.into_bytes())
}

/// Returns the days since 1970, which is what Parquet calls a date.
fn days(day: Date) -> i32 {
    let since = day.duration_since(date(1970, 1, 1));
    i32::try_from(since.as_hours() / 24).expect("jiff's years end at 9999")
}

#[cfg(test)]
mod tests {
    use super::{Cells, Column, ROWS_OF_A_GROUP, days, table};
    use jiff::civil::date;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;

    #[test]
    fn several_groups_of_rows_hold_all_in_order() {
        let columns: [Column<usize>; 2] = [
            ("n", Cells::Count(|n| *n)),
            (
                "odd",
                Cells::TextIfAny(|n| (n % 2 == 1).then(|| n.to_string())),
            ),
        ];
        let count = 2 * ROWS_OF_A_GROUP + 1;
        let file = table(&columns, 0..count).expect("memory can be written");
        let reader = SerializedFileReader::new(bytes::Bytes::from(file)).expect("it is Parquet");
        assert_eq!(reader.num_row_groups(), 3);
        let mut seen = 0;
        for row in reader.get_row_iter(None).expect("it has rows") {
            let row = row.expect("the row is whole");
            assert_eq!(row.get_long(0).expect("a number"), seen as i64);
            let odd = row.get_string(1).ok().cloned();
            assert_eq!(odd, (seen % 2 == 1).then(|| seen.to_string()));
            seen += 1;
        }
        assert_eq!(seen, count);
    }

    #[test]
    fn days_are_counted_from_1970_both_ways() {
        assert_eq!(days(date(1970, 1, 1)), 0);
        assert_eq!(days(date(1969, 12, 31)), -1);
        assert_eq!(days(date(2024, 3, 1)), 19_783);
    }
}
