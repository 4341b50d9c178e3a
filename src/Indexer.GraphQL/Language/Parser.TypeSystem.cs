namespace Indexer.GraphQL.Language;

/// <content>Definitions and extensions of schemas, types and directives.</content>
internal sealed partial class Parser
{
    private const string ArgumentPlace = "ARGUMENT_DEFINITION";

    private static bool IsTypeSystemKeyword(string word) =>
        word is "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive";

    private TypeSystemNode TypeSystem(bool isExtension)
    {
        var start = token.Location;
        var description = isExtension ? null : Description();
        if (isExtension)
        {
            Advance();
        }

        if (!Peek(TokenKind.Name) || !IsTypeSystemKeyword(token.Value!) || (isExtension && PeekKeyword("directive")))
        {
            throw Unexpected();
        }

        var keyword = Advance().Value!;
        var node = keyword switch
        {
            "schema" => new TypeSystemNode(start, keyword, isExtension, null, description, Directives(true)),
            "directive" => DirectiveDefinition(start, description),
            _ => TypeDefinition(start, keyword, isExtension, description),
        };
        node = keyword == "schema" ? node with { Members = RootOperations(isExtension) } : node;
        var isEmpty = node.Directives.Count == 0 && node.Types.Count == 0 && node.Members.Count == 0;
        return isExtension && isEmpty ? throw Unexpected() : node;
    }

    private TypeSystemNode TypeDefinition(Location start, string keyword, bool isExtension, string? description)
    {
        var name = Name();
        var interfaces = keyword is "type" or "interface" && SkipKeyword("implements") ? Separated(TokenKind.Amp) : [];
        var directives = Directives(isConstant: true);
        var members = keyword == "union" && Skip(TokenKind.Equals) ? Separated(TokenKind.Pipe) : interfaces;
        return new TypeSystemNode(start, keyword, isExtension, name, description, directives)
        {
            Types = members,
            Members = keyword switch
            {
                "type" or "interface" => OptionalMany(TokenKind.BraceLeft, FieldMember, TokenKind.BraceRight),
                "input" => OptionalMany(
                    TokenKind.BraceLeft,
                    // graphql-js takes the fields of an extension for arguments.
                    () => InputMember(isExtension ? ArgumentPlace : "INPUT_FIELD_DEFINITION"),
                    TokenKind.BraceRight
                ),
                "enum" => OptionalMany(TokenKind.BraceLeft, EnumMember, TokenKind.BraceRight),
                _ => [],
            },
        };
    }

    private TypeSystemNode DirectiveDefinition(Location start, string? description)
    {
        Expect(TokenKind.At);
        var name = Name();
        var arguments = OptionalMany(TokenKind.ParenLeft, () => InputMember(ArgumentPlace), TokenKind.ParenRight);
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        return new TypeSystemNode(start, "directive", false, name, description, [])
        {
            Members = arguments,
            IsRepeatable = isRepeatable,
            Types = Separated(TokenKind.Pipe, DirectiveLocation),
        };
    }

    private NamedTypeNode DirectiveLocation()
    {
        var start = token;
        var name = NamedType();
        return Introspection.DirectiveLocations.All.Contains(name.Name) ? name : throw Unexpected(start);
    }

    private List<MemberNode> RootOperations(bool isExtension) =>
        isExtension
            ? OptionalMany(TokenKind.BraceLeft, RootOperation, TokenKind.BraceRight)
            : Many(TokenKind.BraceLeft, RootOperation, TokenKind.BraceRight);

    private MemberNode RootOperation()
    {
        var start = token;
        var name = Name();
        if (name.Value is not ("query" or "mutation" or "subscription"))
        {
            throw Unexpected(start);
        }

        Expect(TokenKind.Colon);
        return new MemberNode(name.Location, name, null, [], NamedType(), null, []);
    }

    private MemberNode FieldMember()
    {
        var start = token.Location;
        var description = Description();
        var name = Name();
        var arguments = OptionalMany(TokenKind.ParenLeft, () => InputMember(ArgumentPlace), TokenKind.ParenRight);
        Expect(TokenKind.Colon);
        var type = Type();
        return new MemberNode(start, name, description, arguments, type, null, Directives(isConstant: true))
        {
            Place = "FIELD_DEFINITION",
        };
    }

    private MemberNode InputMember(string place)
    {
        var start = token.Location;
        var description = Description();
        var name = Name();
        Expect(TokenKind.Colon);
        var type = Type();
        var value = Skip(TokenKind.Equals) ? Value(isConstant: true) : null;
        return new MemberNode(start, name, description, [], type, value, Directives(isConstant: true))
        {
            Place = place,
        };
    }

    private MemberNode EnumMember()
    {
        var start = token.Location;
        var description = Description();
        if (token is { Kind: TokenKind.Name, Value: "true" or "false" or "null" })
        {
            throw Error($"{token.Describe()} is reserved and cannot be used for an enum value.");
        }

        return new MemberNode(start, Name(), description, [], null, null, Directives(isConstant: true))
        {
            Place = "ENUM_VALUE",
        };
    }

    private List<NamedTypeNode> Separated(TokenKind separator) => Separated(separator, NamedType);

    private List<NamedTypeNode> Separated(TokenKind separator, Func<NamedTypeNode> item)
    {
        Skip(separator);
        var items = new List<NamedTypeNode>();
        do
        {
            items.Add(item());
        } while (Skip(separator));

        return items;
    }

    private string? Description() => Peek(TokenKind.String) || Peek(TokenKind.BlockString) ? Advance().Value : null;
}
