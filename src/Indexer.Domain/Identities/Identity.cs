using System.Globalization;

namespace Indexer.Domain;

/// <summary>
/// Whom an account of a parachain says it belongs to (pallet identity): data of its own, or a name below that of another account. Texts are as their owner
/// wrote them, which proves nothing; what registrars think of them is in the judgements. Bytes that are no text are hexadecimal digits after 0x; of data of
/// which the chain has only the hash, it is the name of the hash with its digits.
/// </summary>
public sealed record Identity : StateRow
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Name by which it wants to be known; null when it states none.</summary>
    public string? Display { get; init; }

    /// <summary>Full legal name.</summary>
    public string? Legal { get; init; }

    /// <summary>Web site.</summary>
    public string? Web { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Account of X, formerly Twitter.</summary>
    public string? Twitter { get; init; }

    /// <summary>Account of Matrix, formerly Riot.</summary>
    public string? Riot { get; init; }

    /// <summary>The judgements, as registrar:JUDGEMENT, separated by commas and ordered by registrar; empty without any.</summary>
    public string Judgements { get; init; } = "";

    /// <summary>Whether it has set data of its own, be it empty.</summary>
    public bool IsSet { get; init; }

    /// <summary>The account whose sub-account it is; null when it is none's.</summary>
    public AccountId? Parent { get; init; }

    /// <summary>Its name below that of its parent.</summary>
    public string? SubName { get; init; }

    /// <summary>
    /// Display name and name below the parent, one a line, in lower case by the rules of Unicode: what a search looks in.
    /// </summary>
    public string SearchText { get; init; } = "";

    /// <summary>Time of the block that changed it last, UTC.</summary>
    public required DateTimeOffset ChangedTime { get; init; }

    /// <summary>Whether nothing is left of it.</summary>
    public bool IsEmpty => !IsSet && Parent is null;

    /// <summary>The same with the text that a search looks in: databases lower only what their locale knows.</summary>
    public Identity WithSearchText() => this with { SearchText = Lowered($"{Display}\n{SubName}") };

    /// <summary>A text in the form in which names are compared.</summary>
    public static string Lowered(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ToLowerInvariant();
    }

    internal override IEnumerable<AccountId> Accounts => Parent is { } parent ? [Account, parent] : [Account];

    /// <summary>Judgements in the form in which they are kept.</summary>
    /// <param name="judgements">Registrars and what they think.</param>
    public static string Written(IEnumerable<(int Registrar, Judgement Judgement)> judgements) =>
        string.Join(
            ',',
            judgements
                .OrderBy(one => one.Registrar)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Registrar}:{Word(one.Judgement)}"))
        );

    private static string Word(Judgement judgement) =>
        judgement switch
        {
            Judgement.FeePaid => "FEE_PAID",
            Judgement.KnownGood => "KNOWN_GOOD",
            Judgement.OutOfDate => "OUT_OF_DATE",
            Judgement.LowQuality => "LOW_QUALITY",
            _ => judgement.ToString().ToUpperInvariant(),
        };
}
