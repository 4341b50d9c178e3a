using System.Text.Encodings.Web;
using System.Text.Json;

namespace Indexer.Exports.Formats;

/// <summary>One JSON object per line; amounts are strings as in GraphQL, since JSON numbers are not exact in most readers.</summary>
internal sealed class JsonRowWriter : RowWriter
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    private readonly Utf8JsonWriter writer;
    private readonly JsonEncodedText[] names;

    public JsonRowWriter(IReadOnlyList<ExportColumn> columns, Stream output)
        : base(output)
    {
        writer = new Utf8JsonWriter(
            Buffer,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
        names = [.. columns.Select(column => JsonEncodedText.Encode(column.Name))];
    }

    /// <inheritdoc />
    public override async ValueTask WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        for (var column = 0; column < names.Length; column++)
        {
            if (cells[column] is long number)
            {
                writer.WriteNumber(names[column], number);
            }
            else
            {
                writer.WriteString(names[column], CellText.Of(cells[column]));
            }
        }

        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
        writer.Reset();
        Buffer.Write(NewLine);
        await SendPartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override ValueTask CompleteAsync(CancellationToken cancellationToken) => SendAsync(cancellationToken);

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await base.DisposeAsync();
    }
}
