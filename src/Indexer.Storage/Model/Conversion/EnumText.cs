namespace Indexer.Storage;

/// <summary>The text of an enum member in the database and in GraphQL: upper case with underscores.</summary>
public static class EnumText
{
    /// <summary>The text of a member.</summary>
    /// <param name="value">The member, for example <c>StakePool</c>.</param>
    /// <returns>For example <c>STAKE_POOL</c>.</returns>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => SnakeCase.Of(value.ToString()).ToUpperInvariant();

    /// <summary>The member of a text.</summary>
    /// <param name="text">For example <c>STAKE_POOL</c>.</param>
    /// <exception cref="ArgumentException">No member has this text: the database is newer than the program.</exception>
    public static TEnum Parse<TEnum>(string text)
        where TEnum : struct, Enum =>
        Enum.Parse<TEnum>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>The texts of all members, in the order of their declaration.</summary>
    public static IReadOnlyList<string> All<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(Of)];
}
