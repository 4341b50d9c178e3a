namespace Indexer.Substrate.Metadata;

/// <summary>
/// Reads types in the notation of Rust, as metadata before version 14 has them: paths (<c>T::AccountId</c>,
/// <c>&lt;T as Config&gt;::Call</c>) stand for their last name. The tables of types add structs
/// (<c>{a: u8, b: u32}</c>) and enums (<c>A | B(u8) | C@7</c>, a single case with a bar before it).
/// </summary>
internal sealed class TypeTextReader
{
    private const int MaxDepth = 32;
    private readonly string text;
    private int at;
    private int depth;

    private TypeTextReader(string text) => this.text = text;

    /// <summary>Reads a type.</summary>
    /// <exception cref="FormatException">The text is in another notation.</exception>
    internal static TypeText Read(string text)
    {
        var reader = new TypeTextReader(text);
        var type = reader.Body();
        return reader.Peek() == '\0' ? type : throw reader.Error("the end");
    }

    private TypeText Body()
    {
        if (Peek() == '|' || IsEnum())
        {
            Take('|');
            return Cases();
        }

        return Type();
    }

    /// <summary>Whether a bar follows outside all brackets.</summary>
    private bool IsEnum()
    {
        var open = 0;
        foreach (var letter in text.AsSpan(at))
        {
            open +=
                letter is '(' or '{' or '[' ? 1
                : letter is ')' or '}' or ']' ? -1
                : 0;
            if (letter == '|' && open == 0)
            {
                return true;
            }
        }

        return false;
    }

    private TypeText.Enum Cases()
    {
        var cases = new List<TypeText.Case>();
        var index = 0;
        do
        {
            var name = Name();
            index = Take('@') ? int.Parse(Name(), System.Globalization.CultureInfo.InvariantCulture) : index;
            cases.Add(new TypeText.Case(name, checked((byte)index++), Take('(') ? Fields(')') : []));
        } while (Take('|'));
        return new TypeText.Enum(cases);
    }

    private TypeText Type()
    {
        if (++depth > MaxDepth)
        {
            throw Error($"a type that nests no deeper than {MaxDepth}");
        }

        var type =
            Take('(') ? Tuple()
            : Take('{') ? new TypeText.Struct(Fields('}'))
            : Take('[') ? Array()
            : Path();
        depth--;
        return type;
    }

    /// <summary>Brackets around a single type group it, as in Rust, unless a comma follows it.</summary>
    private TypeText Tuple()
    {
        var fields = Fields(')');
        return fields.Count == 1 ? fields[0].Type : new TypeText.Struct(fields);
    }

    private List<TypeText.Field> Fields(char end)
    {
        var fields = new List<TypeText.Field>();
        while (!Take(end))
        {
            var start = at;
            var name = char.IsAsciiLetterLower(Peek()) ? Name() : null;
            if (name is null || Peek() != ':' || text[(at + 1)..].StartsWith(':'))
            {
                (name, at) = (null, start);
            }
            else
            {
                Take(':');
            }

            fields.Add(new TypeText.Field(name, Type()));
            if (!Take(',') && Peek() != end)
            {
                throw Error($"'{end}'");
            }
        }

        return fields;
    }

    private TypeText Array()
    {
        var element = Type();
        TypeText type = Take(';')
            ? new TypeText.Array(element, uint.Parse(Name(), System.Globalization.CultureInfo.InvariantCulture))
            : new TypeText.Sequence(element);
        return Take(']') ? type : throw Error("']'");
    }

    private TypeText.Named Path()
    {
        TypeText.Named last;
        if (Take('<'))
        {
            Type();
            if (Name() != "as")
            {
                throw Error("\"as\"");
            }

            Type();
            if (!Take('>') || !TakePath())
            {
                throw Error("\">::\"");
            }
        }

        do
        {
            var name = Name();
            last = new TypeText.Named(name, Take('<') ? [.. Fields('>').Select(field => field.Type)] : []);
        } while (TakePath());
        return last;
    }

    private bool TakePath() => Peek() == ':' && Take(':') && (Take(':') ? true : throw Error("'::'"));

    private string Name()
    {
        Peek();
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at > start ? text[start..at] : throw Error("a name");
    }

    /// <summary>The next character that is no space; zero at the end.</summary>
    private char Peek()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length ? text[at] : '\0';
    }

    private bool Take(char wanted)
    {
        var found = Peek() == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private FormatException Error(string wanted) => new($"\"{text}\" has no {wanted} at position {at}");
}
