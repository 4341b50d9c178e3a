namespace Indexer.GraphQL.Language;

/// <content>Operations and fragments.</content>
internal sealed partial class Parser
{
    private DefinitionNode Definition()
    {
        if (Peek(TokenKind.BraceLeft))
        {
            var start = token.Location;
            return new OperationNode(start, OperationKind.Query, null, [], [], SelectionSet());
        }

        var hasDescription = Peek(TokenKind.String) || Peek(TokenKind.BlockString);
        var keyword = hasDescription ? Lookahead() : token;
        if (keyword.Kind == TokenKind.Name && IsTypeSystemKeyword(keyword.Value!))
        {
            return TypeSystem(isExtension: false);
        }

        return (keyword.Kind == TokenKind.Name ? keyword.Value : null) switch
        {
            "query" => Operation(OperationKind.Query),
            "mutation" => Operation(OperationKind.Mutation),
            "subscription" => Operation(OperationKind.Subscription),
            "fragment" => Fragment(),
            "extend" when !hasDescription => TypeSystem(isExtension: true),
            not null when hasDescription => throw Error(
                "Unexpected description, only GraphQL definitions support descriptions."
            ),
            _ when hasDescription && keyword.Kind == TokenKind.BraceLeft => throw Error(
                "Unexpected description, descriptions are not supported on shorthand queries."
            ),
            _ => throw Unexpected(keyword),
        };
    }

    private static bool IsTypeSystemKeyword(string word) =>
        word is "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive";

    private TypeSystemNode TypeSystem(bool isExtension)
    {
        var start = token.Location;
        if (isExtension)
        {
            Advance();
        }
        else
        {
            Description();
        }

        if (!Peek(TokenKind.Name) || !IsTypeSystemKeyword(token.Value!) || (isExtension && PeekKeyword("directive")))
        {
            throw Unexpected();
        }

        var keyword = Advance().Value;
        if (keyword == "directive")
        {
            Expect(TokenKind.At);
        }

        return new TypeSystemNode(start, keyword == "schema" ? null : Name());
    }

    private void Description()
    {
        if (Peek(TokenKind.String) || Peek(TokenKind.BlockString))
        {
            Advance();
        }
    }

    private OperationNode Operation(OperationKind kind)
    {
        var start = token.Location;
        Description();
        Advance();
        var name = Peek(TokenKind.Name) ? Name() : null;
        var variables = OptionalMany(TokenKind.ParenLeft, VariableDefinition, TokenKind.ParenRight);
        return new OperationNode(start, kind, name, variables, Directives(isConstant: false), SelectionSet());
    }

    private VariableDefinitionNode VariableDefinition()
    {
        var start = token.Location;
        Description();
        var variable = Variable();
        Expect(TokenKind.Colon);
        var type = Type();
        var value = Skip(TokenKind.Equals) ? Value(isConstant: true) : null;
        return new VariableDefinitionNode(start, variable, type, value, Directives(isConstant: true));
    }

    private VariableNode Variable()
    {
        var start = Expect(TokenKind.Dollar).Location;
        return new VariableNode(start, Name().Value);
    }

    private FragmentNode Fragment()
    {
        var start = token.Location;
        Description();
        Advance();
        var name = FragmentName();
        ExpectKeyword("on");
        return new FragmentNode(start, name, NamedType(), Directives(isConstant: false), SelectionSet());
    }

    private NameNode FragmentName() => PeekKeyword("on") ? throw Unexpected() : Name();

    private SelectionSetNode SelectionSet()
    {
        var start = token.Location;
        return Nested(() => new SelectionSetNode(start, Many(TokenKind.BraceLeft, Selection, TokenKind.BraceRight)));
    }

    private SelectionNode Selection()
    {
        var start = token.Location;
        if (!Skip(TokenKind.Spread))
        {
            return Field(start);
        }

        var hasCondition = SkipKeyword("on");
        if (!hasCondition && Peek(TokenKind.Name))
        {
            return new FragmentSpreadNode(start, FragmentName(), Directives(isConstant: false));
        }

        var condition = hasCondition ? NamedType() : null;
        return new InlineFragmentNode(start, condition, Directives(isConstant: false), SelectionSet());
    }

    private FieldNode Field(Location start)
    {
        var name = Name();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = Name();
        }

        var arguments = Arguments(isConstant: false);
        var directives = Directives(isConstant: false);
        return new FieldNode(
            start,
            alias,
            name,
            arguments,
            directives,
            Peek(TokenKind.BraceLeft) ? SelectionSet() : null
        );
    }

    private List<ArgumentNode> Arguments(bool isConstant) =>
        OptionalMany(TokenKind.ParenLeft, () => Argument(isConstant), TokenKind.ParenRight);

    private ArgumentNode Argument(bool isConstant)
    {
        var name = Name();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name.Location, name, Value(isConstant));
    }

    private List<DirectiveNode> Directives(bool isConstant)
    {
        var directives = new List<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            var start = Advance().Location;
            directives.Add(new DirectiveNode(start, Name(), Arguments(isConstant)));
        }

        return directives;
    }
}
