namespace Indexer.GraphQL.Language;

/// <content>Values and type references.</content>
internal sealed partial class Parser
{
    private ValueNode Value(bool isConstant)
    {
        var start = token.Location;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return Nested(() =>
                    new ListNode(start, Any(TokenKind.BracketLeft, () => Value(isConstant), TokenKind.BracketRight))
                );
            case TokenKind.BraceLeft:
                return Nested(() =>
                    new ObjectNode(start, Any(TokenKind.BraceLeft, () => ObjectField(isConstant), TokenKind.BraceRight))
                );
            case TokenKind.Int:
                return new IntNode(start, Advance().Value!);
            case TokenKind.Float:
                return new FloatNode(start, Advance().Value!);
            case TokenKind.String or TokenKind.BlockString:
                return String();
            case TokenKind.Name:
                return Word(start, Advance().Value!);
            case TokenKind.Dollar when isConstant:
                var dollar = Advance();
                throw Peek(TokenKind.Name)
                    ? new GraphQLSyntaxException($"Unexpected variable \"${token.Value}\" in constant value.", start)
                    : Unexpected(dollar);
            case TokenKind.Dollar:
                return Variable();
            default:
                throw Unexpected();
        }
    }

    private static ValueNode Word(Location start, string word) =>
        word switch
        {
            "true" => new BooleanNode(start, true),
            "false" => new BooleanNode(start, false),
            "null" => new NullNode(start),
            _ => new EnumNode(start, word),
        };

    private StringNode String()
    {
        var isBlock = Peek(TokenKind.BlockString);
        var text = Advance();
        return new StringNode(text.Location, text.Value!, isBlock);
    }

    private ObjectFieldNode ObjectField(bool isConstant)
    {
        var name = Name();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode(name.Location, name, Value(isConstant));
    }

    private TypeNode Type()
    {
        var start = token.Location;
        TypeNode type;
        if (Skip(TokenKind.BracketLeft))
        {
            type = Nested(Type);
            Expect(TokenKind.BracketRight);
            type = new ListTypeNode(start, type);
        }
        else
        {
            type = NamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    private NamedTypeNode NamedType()
    {
        var name = Name();
        return new NamedTypeNode(name.Location, name.Value);
    }
}
