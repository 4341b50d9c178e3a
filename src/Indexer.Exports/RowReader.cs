using System.Numerics;
using Indexer.Addresses;
using Indexer.Domain;
using Npgsql;

namespace Indexer.Exports;

/// <summary>Makes the cells of rows from what the database sends, and keeps the balance.</summary>
/// <param name="columns">The columns, the entry first and the balance last.</param>
/// <param name="isCount">Whether the balance counts entries.</param>
/// <param name="prices">Prices for two more columns; null for none.</param>
internal sealed class RowReader(IReadOnlyList<ExportColumn> columns, bool isCount, PriceList? prices)
{
    /// <summary>Accounts come again and again, and their text is costly; a bounded number is remembered.</summary>
    private const int MostTexts = 1 << 14;

    private const string Opening = "OPENING";
    private const string Closing = "CLOSING";
    private const int EffectOrdinal = 1;
    private const int FirstOrdinal = 2;

    private readonly Dictionary<AccountId, string> texts = [];
    private readonly object?[] cells = new object?[columns.Count + (prices is null ? 0 : PriceColumns)];
    private BigInteger balance;

    private static int PriceColumns => ExportTable.PriceColumns.Count;

    /// <summary>Columns that the database does not send: the entry is first in both, amount and balance are made here.</summary>
    private int Computed => isCount ? 1 : 2;

    /// <summary>Rows between opening and closing.</summary>
    public long Entries { get; private set; }

    /// <summary>By how much it does not close.</summary>
    public BigInteger Difference { get; private set; }

    /// <summary>The cells of the row that a reader stands on; valid until the next one.</summary>
    public IReadOnlyList<object?> Read(NpgsqlDataReader reader)
    {
        var kind = reader.GetString(0);
        var effect = reader.GetFieldValue<BigInteger>(EffectOrdinal);
        cells[0] = kind;
        var read = columns.Count - Computed;
        for (var column = 1; column < read; column++)
        {
            var ordinal = FirstOrdinal + column - 1;
            cells[column] = reader.IsDBNull(ordinal) ? null : Cell(reader, ordinal, columns[column].Type);
        }

        switch (kind)
        {
            case Opening:
                balance = effect;
                Finish(null, (DateTime?)cells[1]);
                break;
            case Closing:
                Difference = balance - effect;
                balance = effect;
                Finish(null, (DateTime?)cells[1]);
                break;
            default:
                Entries++;
                balance += effect;
                Finish(effect, (DateTime?)cells[1]);
                break;
        }

        return cells;
    }

    /// <summary>The last row: what opening and entries come to beside the closing balance.</summary>
    public IReadOnlyList<object?> Check(DateTimeOffset end)
    {
        Array.Clear(cells);
        cells[0] = "CHECK";
        cells[1] = end.UtcDateTime;
        var last = columns.Count - 1;
        if (isCount)
        {
            cells[last] = (long)Difference;
        }
        else
        {
            cells[last - 1] = Pha.FromBigInteger(Difference);
        }

        return cells;
    }

    private void Finish(BigInteger? amount, DateTime? time)
    {
        var last = columns.Count - 1;
        if (isCount)
        {
            cells[last] = (long)balance;
        }
        else
        {
            cells[last - 1] = amount is { } moved ? Pha.FromBigInteger(moved) : null;
            cells[last] = Pha.FromBigInteger(balance);
        }

        if (prices is not null)
        {
            var price = time is { } day ? prices.Find(DateOnly.FromDateTime(day)) : null;
            cells[last + 1] = price?.Text;
            cells[last + 2] = isCount ? null : price?.ValueOf(amount ?? balance);
        }
    }

    private object Cell(NpgsqlDataReader reader, int ordinal, ExportType type) =>
        type switch
        {
            ExportType.Time => reader.GetFieldValue<DateTime>(ordinal),
            ExportType.Number => Convert.ToInt64(
                reader.GetValue(ordinal),
                System.Globalization.CultureInfo.InvariantCulture
            ),
            ExportType.Amount => Pha.FromBigInteger(reader.GetFieldValue<BigInteger>(ordinal)),
            ExportType.Address => Text(new AccountId(reader.GetFieldValue<byte[]>(ordinal))),
            ExportType.Hash => Hex.Of(reader.GetFieldValue<byte[]>(ordinal)),
            _ => reader.GetString(ordinal),
        };

    private string Text(AccountId account)
    {
        if (texts.TryGetValue(account, out var text))
        {
            return text;
        }

        if (texts.Count == MostTexts)
        {
            texts.Clear();
        }

        return texts[account] = AccountText.Format(account);
    }
}
