using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Indexer.JsonRpc;

namespace Indexer.Snapshot;

/// <summary>
/// The text of an answer made fit for a database. Authors can write what PostgreSQL cannot hold and .NET cannot read: the
/// character U+0000, halves of surrogate pairs, bytes that are no UTF-8. Each of these becomes U+FFFD, the replacement character.
/// </summary>
internal static class AnswerText
{
    private const int MostStart = 300;
    private const int EscapeLength = 6;

    /// <summary>Replaces what cannot be held, in place where possible.</summary>
    public static byte[] Repair(byte[] json)
    {
        var bytes = Utf8.IsValid(json) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        var at = 0;
        while (bytes.AsSpan(at).IndexOf((byte)'\\') is var offset and >= 0)
        {
            at += offset;
            if (at + 1 >= bytes.Length || bytes[at + 1] != 'u')
            {
                at += 2;
                if (at > bytes.Length)
                {
                    break;
                }

                continue;
            }

            at += Step(bytes, at);
        }

        return bytes;
    }

    /// <summary>The bytes as JSON; null when they are none.</summary>
    public static JsonElement? Parse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json).RootElement;
        }
        catch (JsonException)
        {
            // A page of a proxy, or an answer cut short: the caller says what is missing.
            return null;
        }
    }

    /// <summary>The beginning of a body for a message, on one line.</summary>
    public static string Start(byte[] body, int length) =>
        Start(Encoding.UTF8.GetString(body, 0, Math.Min(length, body.Length)));

    /// <summary>The beginning of a text for a message, on one line.</summary>
    public static string Start(string text) => OneLine.Of(text, MostStart);

    /// <summary>Looks at one escape of four digits.</summary>
    /// <returns>Bytes to go on.</returns>
    private static int Step(byte[] bytes, int at)
    {
        if (CodeAt(bytes, at) is not { } code)
        {
            return 2;
        }

        if (char.IsHighSurrogate(code) && CodeAt(bytes, at + EscapeLength) is { } low && char.IsLowSurrogate(low))
        {
            return 2 * EscapeLength;
        }

        if (code == '\0' || char.IsSurrogate(code))
        {
            "fffd"u8.CopyTo(bytes.AsSpan(at + 2));
        }

        return EscapeLength;
    }

    private static char? CodeAt(byte[] bytes, int at)
    {
        if (at + EscapeLength > bytes.Length || bytes[at] != '\\' || bytes[at + 1] != 'u')
        {
            return null;
        }

        var code = 0;
        foreach (var digit in bytes.AsSpan(at + 2, EscapeLength - 2))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return null;
            }

            code = (code * 16) + Convert.ToInt32(((char)digit).ToString(), 16);
        }

        return (char)code;
    }
}
