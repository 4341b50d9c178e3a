namespace Indexer.GraphQL.Language;

/// <summary>Parses documents of the October 2021 grammar. Nesting and length are bounded.</summary>
internal sealed partial class Parser
{
    /// <summary>Levels of selection sets, values and types inside each other.</summary>
    public const int MaxNesting = 200;

    /// <summary>Tokens of a document, when the caller names no other number.</summary>
    public const int DefaultMaxTokens = 15_000;

    private readonly Lexer lexer;
    private readonly int maxTokens;
    private Token token;
    private Token? peeked;
    private int tokens;
    private int nesting;

    private Parser(string source, int maxTokens)
    {
        lexer = new Lexer(source);
        this.maxTokens = maxTokens;
        token = Read();
    }

    /// <summary>Parses a document of at least one definition, up to the first that is not executable.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is no document.</exception>
    /// <exception cref="GraphQLRequestException">It has too many tokens.</exception>
    public static DocumentNode Parse(string source, int maxTokens = DefaultMaxTokens)
    {
        var parser = new Parser(source, maxTokens);
        var start = parser.token.Location;
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(parser.Definition());
        } while (definitions[^1] is not TypeSystemNode && !parser.Skip(TokenKind.End));

        return new DocumentNode(start, definitions);
    }

    /// <summary>Parses a literal without variables, for instance a default value.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is no literal.</exception>
    public static ValueNode ParseValue(string source)
    {
        var parser = new Parser(source, DefaultMaxTokens);
        var value = parser.Value(isConstant: true);
        parser.Expect(TokenKind.End);
        return value;
    }

    private Token Read()
    {
        var next = lexer.Next();
        if (next.Kind == TokenKind.End || ++tokens <= maxTokens)
        {
            return next;
        }

        for (var rest = lexer.Next(); rest.Kind != TokenKind.End; rest = lexer.Next())
        {
            tokens++;
        }

        throw new GraphQLRequestException(
            $"The document has {tokens} tokens; at most {maxTokens} are allowed.",
            ErrorCodes.Limit,
            next.Location
        );
    }

    private Token Advance()
    {
        var current = token;
        token = peeked ?? Read();
        peeked = null;
        return current;
    }

    private Token Lookahead() => peeked ??= Read();

    private bool Peek(TokenKind kind) => token.Kind == kind;

    private bool PeekKeyword(string word) => token.Kind == TokenKind.Name && token.Value == word;

    private bool Skip(TokenKind kind)
    {
        if (token.Kind != kind)
        {
            return false;
        }

        if (kind != TokenKind.End)
        {
            Advance();
        }

        return true;
    }

    private bool SkipKeyword(string word)
    {
        var isWord = PeekKeyword(word);
        if (isWord)
        {
            Advance();
        }

        return isWord;
    }

    private Token Expect(TokenKind kind) =>
        token.Kind == kind
            ? kind == TokenKind.End
                ? token
                : Advance()
            : throw Error($"Expected {TokenKinds.Describe(kind)}, found {token.Describe()}.");

    private void ExpectKeyword(string word)
    {
        if (!SkipKeyword(word))
        {
            throw Error($"Expected \"{word}\", found {token.Describe()}.");
        }
    }

    private NameNode Name()
    {
        var name = Expect(TokenKind.Name);
        return new NameNode(name.Location, name.Value!);
    }

    /// <summary>One or more items between two tokens.</summary>
    private List<T> Many<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
        {
            items.Add(item());
        } while (!Skip(close));

        return items;
    }

    private List<T> OptionalMany<T>(TokenKind open, Func<T> item, TokenKind close) =>
        Peek(open) ? Many(open, item, close) : [];

    private List<T> Any<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        while (!Skip(close))
        {
            items.Add(item());
        }

        return items;
    }

    private T Nested<T>(Func<T> parse)
    {
        if (++nesting > MaxNesting)
        {
            throw Error($"Nesting is deeper than {MaxNesting} levels.");
        }

        var result = parse();
        nesting--;
        return result;
    }

    private GraphQLSyntaxException Unexpected(Token? at = null) =>
        new($"Unexpected {(at ?? token).Describe()}.", (at ?? token).Location);

    private GraphQLSyntaxException Error(string message) => new(message, token.Location);
}
