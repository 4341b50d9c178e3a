using Indexer.Domain;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Indexer.Exports.Formats;

/// <summary>Parquet in row groups of a bounded number of rows; amounts are DECIMAL(38, 18), times microseconds in UTC.</summary>
internal sealed class ParquetRowWriter : RowWriter
{
    private const int GroupRows = 1 << 15;
    private const int Precision = 38;
    private const int Scale = 18;

    private readonly IReadOnlyList<ExportColumn> columns;
    private readonly DataField[] fields;
    private readonly object?[][] group;
    private ParquetWriter? writer;
    private int rows;

    public ParquetRowWriter(IReadOnlyList<ExportColumn> columns, Stream output)
        : base(output)
    {
        this.columns = columns;
        fields = [.. columns.Select(Field)];
        group = [.. columns.Select(_ => new object?[GroupRows])];
    }

    /// <inheritdoc />
    public override ValueTask WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken)
    {
        for (var column = 0; column < group.Length; column++)
        {
            group[column][rows] = cells[column];
        }

        return ++rows == GroupRows ? WriteGroupAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await WriteGroupAsync(cancellationToken);
        await writer!.DisposeAsync();
        writer = null;
        await SendAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private async ValueTask WriteGroupAsync(CancellationToken cancellationToken)
    {
        writer ??= await ParquetWriter.CreateAsync(
            new ParquetSchema(fields),
            Buffer,
            cancellationToken: cancellationToken
        );
        using (var target = writer.CreateRowGroup())
        {
            for (var column = 0; column < fields.Length; column++)
            {
                await WriteColumnAsync(target, column, cancellationToken);
            }
        }

        rows = 0;
        await SendAsync(cancellationToken);
    }

    private Task WriteColumnAsync(ParquetRowGroupWriter target, int column, CancellationToken cancellationToken)
    {
        var field = fields[column];
        var cells = group[column].AsSpan(0, rows);
        switch (columns[column].Type)
        {
            case ExportType.Amount:
                return target.WriteAsync<BigDecimal>(
                    field,
                    Values(cells, cell => new BigDecimal(((Pha)cell).ToBigInteger(), Precision, Scale)),
                    cancellationToken: cancellationToken
                );
            case ExportType.Number:
                return target.WriteAsync<long>(
                    field,
                    Values(cells, cell => (long)cell),
                    cancellationToken: cancellationToken
                );
            case ExportType.Time:
                return target.WriteAsync<DateTime>(
                    field,
                    Values(cells, cell => (DateTime)cell),
                    cancellationToken: cancellationToken
                );
            default:
                var texts = new string?[rows];
                for (var row = 0; row < rows; row++)
                {
                    texts[row] = (string?)cells[row];
                }

                return target.WriteAsync(field, texts!);
        }
    }

    private static ReadOnlyMemory<T?> Values<T>(ReadOnlySpan<object?> cells, Func<object, T> value)
        where T : struct
    {
        var values = new T?[cells.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            values[row] = cells[row] is { } cell ? value(cell) : null;
        }

        return values;
    }

    private static DataField Field(ExportColumn column) =>
        column.Type switch
        {
            ExportType.Amount => new DecimalDataField(
                column.Name,
                Precision,
                Scale,
                isNullable: true,
                clrType: typeof(BigDecimal)
            ),
            ExportType.Number => new DataField<long?>(column.Name),
            ExportType.Time => new DateTimeDataField(
                column.Name,
                DateTimeFormat.Timestamp,
                isAdjustedToUTC: true,
                unit: DateTimeTimeUnit.Micros,
                isNullable: true
            ),
            _ => new DataField<string>(column.Name, true),
        };
}
