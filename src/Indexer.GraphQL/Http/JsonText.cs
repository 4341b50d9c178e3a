using System.Text.Json;

namespace Indexer.GraphQL.Http;

/// <summary>Finds strings in JSON that are no text: halves of surrogate pairs written as escapes.</summary>
internal static class JsonText
{
    public static bool IsValid(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return true;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Json.Reader.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            // How System.Text.Json says that an escape is half a surrogate pair.
            return false;
        }
    }
}
