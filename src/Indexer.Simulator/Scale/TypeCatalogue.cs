namespace Indexer.Simulator.Scale;

/// <summary>
/// Types by expression. Declarations are lines: <c>struct Name path::of::type&lt;P:type&gt; (field: type, ...)</c> or
/// <c>enum Name path::of::type A | B(type, name: type) | C@7(type)</c>.
/// Expressions: a primitive, a declared name, <c>[T;n]</c>, <c>(A,B)</c>, <c>Vec&lt;T&gt;</c>, <c>Option&lt;T&gt;</c>, <c>Compact&lt;T&gt;</c>.
/// </summary>
internal sealed class TypeCatalogue
{
    private readonly Dictionary<string, string[]> _declarations = [];
    private readonly Dictionary<string, ScaleType> _types = [];

    public TypeCatalogue(string declarations)
    {
        foreach (
            var line in declarations.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            Declare(line);
        }
    }

    public void Declare(string line)
    {
        var parts = line.Split(' ', 4, StringSplitOptions.TrimEntries);
        _declarations[parts[1]] = parts;
    }

    public ScaleType this[string expression]
    {
        get
        {
            var name = expression.Trim();
            if (!_types.TryGetValue(name, out var type))
            {
                _types[name] = type = Make(name);
            }
            return type;
        }
    }

    /// <summary>Fields of "name: type, type" at bracket depth zero.</summary>
    public IReadOnlyList<ScaleField> Fields(string text) =>
        [
            .. Split(text, ',')
                .Select(field => field.Split(':', 2, StringSplitOptions.TrimEntries))
                .Select(field => new ScaleField(field.Length == 2 ? field[0] : null, this[field[^1]])),
        ];

    public IReadOnlyList<ScaleVariant> Variants(string text)
    {
        var variants = new List<ScaleVariant>();
        byte index = 0;
        foreach (var part in Split(text, '|'))
        {
            var open = part.IndexOf('(', StringComparison.Ordinal);
            var head = (open < 0 ? part : part[..open]).Split('@');
            index = head.Length == 2 ? byte.Parse(head[1]) : index;
            variants.Add(new(head[0], index++, open < 0 ? [] : Fields(part[(open + 1)..^1])));
        }
        return variants;
    }

    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var index = 0; index <= text.Length; index++)
        {
            if (index == text.Length || (depth == 0 && text[index] == separator))
            {
                var part = text[start..index].Trim();
                start = index + 1;
                if (part.Length > 0)
                {
                    parts.Add(part);
                }
                continue;
            }
            depth += text[index] switch
            {
                '(' or '[' or '<' => 1,
                ')' or ']' or '>' => -1,
                _ => 0,
            };
        }
        return parts;
    }

    private ScaleType Make(string name)
    {
        if (_declarations.TryGetValue(name, out var declaration))
        {
            var (path, parameters) = Head(declaration[2]);
            var body = declaration.Length == 4 ? declaration[3] : "";
            return declaration[0] == "struct"
                ? new(name, ScaleShape.Composite)
                {
                    Path = path,
                    Parameters = parameters,
                    Fields = Fields(body[1..^1]),
                }
                : new(name, ScaleShape.Variant)
                {
                    Path = path,
                    Parameters = parameters,
                    VariantsOf = () => Variants(body),
                };
        }
        if (name.StartsWith('('))
        {
            return new(name, ScaleShape.Tuple) { Fields = Fields(name[1..^1]) };
        }
        if (name.StartsWith('['))
        {
            var parts = name[1..^1].Split(';');
            return new(name, ScaleShape.Array) { Element = this[parts[0]], Length = uint.Parse(parts[1]) };
        }
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open > 0 && name[..open] == "Result")
        {
            var sides = Split(name[(open + 1)..^1], ',').Select(side => this[side]).ToList();
            return new(name, ScaleShape.Variant)
            {
                Path = ["Result"],
                Parameters = [new("T", sides[0]), new("E", sides[1])],
                VariantsOf = () => [new("Ok", 0, [new(null, sides[0])]), new("Err", 1, [new(null, sides[1])])],
            };
        }
        return open < 0 ? new(name, ScaleShape.Primitive) : Generic(name, name[..open], this[name[(open + 1)..^1]]);
    }

    /// <summary>A path and, in angle brackets, its type parameters.</summary>
    private (string[] Path, IReadOnlyList<ScaleField> Parameters) Head(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        return open < 0 ? (text.Split("::"), []) : (text[..open].Split("::"), Fields(text[(open + 1)..^1]));
    }

    private static ScaleType Generic(string name, string kind, ScaleType element) =>
        kind switch
        {
            "Vec" => new(name, ScaleShape.Sequence) { Element = element },
            "Compact" => new(name, ScaleShape.Compact) { Element = element },
            "Option" => new(name, ScaleShape.Variant)
            {
                Path = ["Option"],
                Parameters = [new("T", element)],
                VariantsOf = () => [new("None", 0, []), new("Some", 1, [new(null, element)])],
            },
            _ => throw new ArgumentException($"Unknown type {name}.", nameof(name)),
        };
}
