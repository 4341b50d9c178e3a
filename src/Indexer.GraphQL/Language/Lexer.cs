namespace Indexer.GraphQL.Language;

/// <summary>Cuts a document into tokens, one at a time.</summary>
internal sealed class Lexer(string source)
{
    private int position;
    private int line = 1;
    private int lineStart;

    private Location Here => At(position);

    public Token Next()
    {
        SkipIgnored();
        if (position >= source.Length)
        {
            return new Token(TokenKind.End, Here);
        }

        var letter = source[position];
        if (Punctuator(letter) is { } kind)
        {
            var token = new Token(kind, Here);
            position += kind == TokenKind.Spread ? 3 : 1;
            return token;
        }

        return letter switch
        {
            '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Name(),
            '-' or (>= '0' and <= '9') => Number(),
            '"' => String(),
            '\'' => throw Error(
                "Unexpected single quote character ('), did you mean to use a double quote (\")?",
                position
            ),
            _ => throw Error(UnexpectedCharacter(), position),
        };
    }

    private string UnexpectedCharacter()
    {
        var isScalar = !char.IsSurrogate(source[position]) || IsPair(position);
        return $"{(isScalar ? "Unexpected" : "Invalid")} character: {Characters.Describe(source, position)}.";
    }

    private bool IsPair(int index) =>
        index + 1 < source.Length && char.IsSurrogatePair(source[index], source[index + 1]);

    private Location At(int index) => new(line, index - lineStart + 1);

    private GraphQLSyntaxException Error(string message, int index) => new(message, At(index));

    private void SkipIgnored()
    {
        while (position < source.Length)
        {
            switch (source[position])
            {
                case '\uFEFF' or ' ' or '\t' or ',':
                    position++;
                    break;
                case '\n' or '\r':
                    NewLine();
                    break;
                case '#':
                    var rest = source.AsSpan(position).IndexOfAny('\n', '\r');
                    position = rest < 0 ? source.Length : position + rest;
                    break;
                default:
                    return;
            }
        }
    }

    private void NewLine()
    {
        position += source.AsSpan(position).StartsWith("\r\n") ? 2 : 1;
        line++;
        lineStart = position;
    }

    private TokenKind? Punctuator(char letter) =>
        letter switch
        {
            '!' => TokenKind.Bang,
            '$' => TokenKind.Dollar,
            '&' => TokenKind.Amp,
            '(' => TokenKind.ParenLeft,
            ')' => TokenKind.ParenRight,
            ':' => TokenKind.Colon,
            '=' => TokenKind.Equals,
            '@' => TokenKind.At,
            '[' => TokenKind.BracketLeft,
            ']' => TokenKind.BracketRight,
            '{' => TokenKind.BraceLeft,
            '|' => TokenKind.Pipe,
            '}' => TokenKind.BraceRight,
            '.' when source.AsSpan(position).StartsWith("...") => TokenKind.Spread,
            _ => null,
        };

    private Token Name()
    {
        var start = position;
        while (position < source.Length && IsNamePart(source[position]))
        {
            position++;
        }

        return new Token(TokenKind.Name, At(start), source[start..position]);
    }

    private Token Number()
    {
        var start = position;
        var end = new NumberScanner(source, index => At(index)).End(start, out var isFloat);
        position = end;
        return new Token(isFloat ? TokenKind.Float : TokenKind.Int, At(start), source[start..end]);
    }

    private Token String()
    {
        var start = Here;
        if (source.AsSpan(position).StartsWith("\"\"\""))
        {
            return new Token(TokenKind.BlockString, start, BlockString());
        }

        var text = new StringScanner(source, index => At(index)).Read(position + 1, out position);
        return new Token(TokenKind.String, start, text);
    }

    private string BlockString()
    {
        position += 3;
        var lines = new List<string>();
        var text = new System.Text.StringBuilder();
        while (position < source.Length)
        {
            var rest = source.AsSpan(position);
            if (rest.StartsWith("\"\"\""))
            {
                position += 3;
                lines.Add(text.ToString());
                return BlockStrings.Dedent(lines);
            }

            if (rest.StartsWith("\\\"\"\""))
            {
                text.Append("\"\"\"");
                position += 4;
            }
            else if (rest[0] is '\n' or '\r')
            {
                lines.Add(text.ToString());
                text.Clear();
                NewLine();
            }
            else if (char.IsSurrogate(rest[0]) && !IsPair(position))
            {
                throw Error($"Invalid character within String: {Characters.Describe(source, position)}.", position);
            }
            else
            {
                var width = IsPair(position) ? 2 : 1;
                text.Append(rest[..width]);
                position += width;
            }
        }

        throw Error("Unterminated string.", position);
    }

    private static bool IsNamePart(char letter) => letter == '_' || char.IsAsciiLetterOrDigit(letter);
}
