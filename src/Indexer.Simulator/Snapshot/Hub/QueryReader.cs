using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Indexer.Simulator.Snapshot;

/// <summary>
/// Reads as much of GraphQL as clients of a hub send: one query with variables, aliases, arguments of any value, nested
/// selections. Values become null, bool, long, double, string, lists and dictionaries.
/// </summary>
internal sealed partial class QueryReader
{
    private readonly List<string> _tokens;
    private readonly JsonElement _variables;
    private int _at;

    private QueryReader(string query, JsonElement variables)
    {
        _tokens = [.. Token().Matches(query).Select(match => match.Value).Where(token => !token.StartsWith('#'))];
        _variables = variables;
    }

    public static IReadOnlyList<QueryField> Read(string query, JsonElement variables) =>
        new QueryReader(query, variables).Operation();

    private string Peek => _at < _tokens.Count ? _tokens[_at] : "";

    private List<QueryField> Operation()
    {
        if (Peek == "query")
        {
            _at++;
            if (IsName(Peek))
            {
                _at++;
            }
            if (Peek == "(")
            {
                Definitions();
            }
        }
        var fields = Selection();
        return Peek.Length == 0 ? fields : throw Wrong();
    }

    /// <summary>The definitions of variables: those that must be given are, and none is used that is not defined.</summary>
    private void Definitions()
    {
        Expect("(");
        while (Peek != ")")
        {
            Expect("$");
            var name = Next();
            Expect(":");
            var depth = 0;
            do
            {
                depth +=
                    Peek == "[" ? 1
                    : Peek == "]" ? -1
                    : 0;
                _at++;
            } while (depth > 0 || Peek is "!" or "]");
            var isRequired = _tokens[_at - 1] == "!";
            if (isRequired && Variable(name) is null)
            {
                throw new HubException($"Variable \"${name}\" of required type was not provided.", "BAD_USER_INPUT");
            }
        }
        Expect(")");
    }

    private List<QueryField> Selection()
    {
        Expect("{");
        var fields = new List<QueryField>();
        while (Peek != "}")
        {
            var key = Next();
            var name = key;
            if (!IsName(key))
            {
                throw Wrong();
            }
            if (Peek == ":")
            {
                _at++;
                name = Next();
            }
            var arguments = Peek == "(" ? Arguments() : [];
            fields.Add(new(key, name, arguments, Peek == "{" ? Selection() : []));
        }
        Expect("}");
        return fields.Count > 0 ? fields : throw Wrong();
    }

    private Dictionary<string, object?> Arguments() => Entries("(", ")");

    private Dictionary<string, object?> Entries(string open, string close)
    {
        Expect(open);
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (Peek != close)
        {
            var name = Next();
            Expect(":");
            entries[name] = Value();
        }
        Expect(close);
        return entries;
    }

    private object? Value()
    {
        if (Peek == "{")
        {
            return Entries("{", "}");
        }
        if (Peek == "[")
        {
            return Items();
        }
        var token = Next();
        return token switch
        {
            "$" => Variable(Next()),
            "true" => true,
            "false" => false,
            "null" => null,
            _ when token[0] == '"' => JsonSerializer.Deserialize<string>(token),
            _ when long.TryParse(token, CultureInfo.InvariantCulture, out var number) => number,
            _ when double.TryParse(token, CultureInfo.InvariantCulture, out var number) => number,
            _ when IsName(token) => token,
            _ => throw Wrong(),
        };
    }

    private List<object?> Items()
    {
        Expect("[");
        var items = new List<object?>();
        while (Peek != "]")
        {
            items.Add(Value());
        }
        Expect("]");
        return items;
    }

    private object? Variable(string name) =>
        _variables.ValueKind == JsonValueKind.Object && _variables.TryGetProperty(name, out var value)
            ? Plain(value)
            : null;

    private static object? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .ToDictionary(entry => entry.Name, entry => Plain(entry.Value), StringComparer.Ordinal),
            JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private string Next() => _at < _tokens.Count ? _tokens[_at++] : throw Wrong();

    private void Expect(string token)
    {
        if (Next() != token)
        {
            _at--;
            throw Wrong();
        }
    }

    private HubException Wrong() =>
        new($"Syntax Error: Unexpected {(Peek.Length == 0 ? "<EOF>" : Peek)}.", "GRAPHQL_PARSE_FAILED");

    private static bool IsName(string token) => token.Length > 0 && (char.IsAsciiLetter(token[0]) || token[0] == '_');

    [GeneratedRegex(
        """#[^\n]*|"(?:[^"\\\n]|\\.)*"|[A-Za-z_][A-Za-z0-9_]*|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|[^\s,]""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();
}
