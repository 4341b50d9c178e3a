namespace Indexer.Simulator;

/// <summary>Whom an account says it belongs to. Texts are as a reader should see them; null where there is none.</summary>
/// <param name="Account">The account.</param>
/// <param name="IsSet">Whether it stated anything, be it empty.</param>
/// <param name="Display">Its name.</param>
/// <param name="Email">Its mail address.</param>
/// <param name="Judgements">What registrars think, by their number.</param>
/// <param name="Parent">The account whose sub-account it is; null when it is none's.</param>
/// <param name="SubName">Its name below that.</param>
public sealed record IdentityBook(
    AccountId Account,
    bool IsSet,
    string? Display,
    string? Email,
    IReadOnlyDictionary<uint, string> Judgements,
    AccountId? Parent,
    string? SubName
);
