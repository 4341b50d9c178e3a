namespace Indexer.GraphQL;

/// <summary>Keeps messages short: they quote names and values, which can be as long as the request.</summary>
internal static class MessageText
{
    private const int MaxLength = 2_000;

    public static string Shorten(string message)
    {
        if (message.Length <= MaxLength)
        {
            return message;
        }

        var end = char.IsHighSurrogate(message[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{message.AsSpan(0, end)}…";
    }
}
