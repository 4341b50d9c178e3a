using System.Diagnostics;
using System.Text.Json;

namespace Indexer.Ingestion;

/// <summary>A piece of a JSON document.</summary>
/// <param name="Group">The key of the document's object that it belongs to.</param>
/// <param name="Name">Its own key when the group is an object; null in a list, and for a group that is a plain value.</param>
/// <param name="Place">Where it stands, for people.</param>
/// <param name="Value">The piece.</param>
public readonly record struct JsonPiece(string Group, string? Name, string Place, JsonElement Value);

/// <summary>
/// Reads a JSON document piece by piece: its object's values are lists, objects or plain values, and each item or member of them is a piece.
/// Only one piece is in memory at a time, and numbers keep all their digits.
/// </summary>
public sealed class JsonPieces
{
    private const int FirstBuffer = 1 << 16;
    private const int MostBuffer = 1 << 26;
    private readonly Stream stream;
    private readonly string name;
    private byte[] buffer = new byte[FirstBuffer];
    private int start;
    private int end;
    private bool isWhole;
    private JsonReaderState state;

    private JsonPieces(Stream stream, string name) => (this.stream, this.name) = (stream, name);

    /// <summary>The pieces, in order.</summary>
    /// <param name="stream">The document; stays open.</param>
    /// <param name="name">What it is called in errors.</param>
    /// <exception cref="InitialStateException">It is no JSON, no object, or has a piece of more than 64 MiB.</exception>
    public static IEnumerable<JsonPiece> Of(Stream stream, string name) => new JsonPieces(stream, name).Read();

    private IEnumerable<JsonPiece> Read()
    {
        if (Next().Token != JsonTokenType.StartObject)
        {
            throw new InitialStateException($"{name} is no JSON object.");
        }

        while (Next() is { Token: JsonTokenType.PropertyName, Text: { } group })
        {
            switch (Peek())
            {
                case JsonTokenType.StartArray:
                    Next();
                    for (var at = 0; Peek() != JsonTokenType.EndArray; at++)
                    {
                        yield return new JsonPiece(group, null, $"{group}[{at}]", Value());
                    }

                    Next();
                    break;
                case JsonTokenType.StartObject:
                    Next();
                    while (Next() is { Token: JsonTokenType.PropertyName, Text: { } member })
                    {
                        yield return new JsonPiece(group, member, $"{group}.{member}", Value());
                    }

                    break;
                default:
                    yield return new JsonPiece(group, null, group, Value());
                    break;
            }
        }
    }

    private (JsonTokenType Token, string? Text) Next() =>
        Take(
            (ref Utf8JsonReader reader) =>
                reader.Read()
                    ? (true, (reader.TokenType, Text: TextOf(ref reader)))
                    : (false, default((JsonTokenType, string?)))
        );

    private static string? TextOf(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;

    private JsonTokenType Peek() =>
        Take(
            (ref Utf8JsonReader reader) =>
            {
                var ahead = reader;
                return (ahead.Read(), ahead.TokenType);
            }
        );

    private JsonElement Value() =>
        Take(
            (ref Utf8JsonReader reader) =>
            {
                var ahead = reader;
                if (!ahead.Read() || !ahead.TrySkip())
                {
                    return (false, default(JsonElement));
                }

                reader.Read();
                return (true, JsonElement.ParseValue(ref reader));
            }
        );

    private T Take<T>(Attempt<T> attempt)
    {
        try
        {
            while (true)
            {
                var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isWhole, state);
                var (isDone, result) = attempt(ref reader);
                if (isDone)
                {
                    start += (int)reader.BytesConsumed;
                    state = reader.CurrentState;
                    return result;
                }

                if (isWhole)
                {
                    throw new UnreachableException($"{name} was read to its end, and the reader of JSON wants more.");
                }

                Fill();
            }
        }
        catch (JsonException problem)
        {
            throw new InitialStateException(
                FormattableString.Invariant(
                    $"{name} is not valid JSON: see line {problem.LineNumber + 1}, column {problem.BytePositionInLine + 1}."
                )
            );
        }
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            if (buffer.Length == MostBuffer)
            {
                throw new InitialStateException(
                    $"{name} has a value of more than {MostBuffer >> 20} MiB; no state has such a one."
                );
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var count = stream.Read(buffer, end, buffer.Length - end);
        (end, isWhole) = (end + count, count == 0);
    }

    private delegate (bool IsDone, T Result) Attempt<T>(ref Utf8JsonReader reader);
}
