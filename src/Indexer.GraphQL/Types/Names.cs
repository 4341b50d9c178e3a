using System.Text;

namespace Indexer.GraphQL.Types;

/// <summary>The rules of GraphQL names, and their two spellings.</summary>
internal static class Names
{
    public static string Check(string name) =>
        IsName(name) ? name : throw new ArgumentException($"'{name}' is not a GraphQL name.", nameof(name));

    public static bool IsName(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
        {
            return false;
        }

        return name.All(letter => letter == '_' || char.IsAsciiLetterOrDigit(letter));
    }

    /// <summary><c>createdAt</c> as an enum value: <c>CREATED_AT</c>.</summary>
    public static string ToEnumValue(string fieldName)
    {
        var text = new StringBuilder();
        foreach (var letter in fieldName)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }
}
