using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation;

/// <summary>How entering a node changes what the schema says about the place.</summary>
internal static class TypeTracking
{
    public static TypeState Enter(ValidationContext context, Node node)
    {
        var state = context.State;
        switch (node)
        {
            case OperationNode operation:
                return state with { Type = Root(context.Schema, operation.Kind) };
            case FragmentNode fragment:
                return state with { Type = context.Resolve(fragment.Condition) };
            case InlineFragmentNode inline:
                return state with
                {
                    Type = inline.Condition is null ? state.Type?.Named : context.Resolve(inline.Condition),
                };
            case SelectionSetNode:
                return state with { Parent = state.Type?.Named as CompositeType };
            case FieldNode field:
                var definition = state.Parent is null ? null : context.Schema.FindField(state.Parent, field.Name.Value);
                return state with { Field = definition, Type = definition?.Type };
            case DirectiveNode directive:
                return state with { Directive = context.Schema.FindDirective(directive.Name.Value) };
            case VariableDefinitionNode variable:
                return Input(state, context.Resolve(variable.Type) is { IsInput: true } type ? type : null, false);
            case ArgumentNode argument:
                return Argument(state, argument.Name.Value);
            case ListNode:
                return Input(state, state.Input?.Nullable is ListType list ? list.Of : state.Input?.Nullable, false);
            case ObjectFieldNode field:
                var inner = (state.Input?.Named as InputObjectType)?.Find(field.Name.Value);
                return Input(state, inner?.Type, inner?.Default is not null);
            default:
                return state;
        }
    }

    public static ObjectType? Root(Schema schema, OperationKind kind) =>
        kind switch
        {
            OperationKind.Query => schema.Query,
            OperationKind.Mutation => schema.Mutation,
            _ => schema.Subscription,
        };

    private static TypeState Argument(TypeState state, string name)
    {
        var argument = state.Directive is { } directive
            ? directive.Arguments.FirstOrDefault(item => item.Name == name)
            : state.Field?.FindArgument(name);
        return Input(state, argument?.Type, argument?.Default is not null) with { Argument = argument };
    }

    private static TypeState Input(TypeState state, GraphType? type, bool hasDefault) =>
        state with
        {
            ParentInput = state.Input,
            Input = type,
            InputHasDefault = hasDefault,
        };
}

/// <summary>What the schema says about the place in the document that is being visited.</summary>
internal readonly record struct TypeState(
    CompositeType? Parent,
    GraphType? Type,
    Field? Field,
    DirectiveDefinition? Directive,
    InputValue? Argument,
    GraphType? Input,
    GraphType? ParentInput,
    bool InputHasDefault
);

/// <summary>Type references of documents, and the relations between types.</summary>
internal static class TypeReferences
{
    public static GraphType? Resolve(Schema schema, TypeNode node) =>
        node switch
        {
            NamedTypeNode named => schema.Find(named.Name),
            ListTypeNode list => Resolve(schema, list.Of)?.List(),
            NonNullTypeNode nonNull => Resolve(schema, nonNull.Of)?.NonNull(),
            _ => null,
        };

    /// <summary>Whether values of an input type are values of another one.</summary>
    public static bool IsSubtype(GraphType type, GraphType super) =>
        (type, super) switch
        {
            (NonNullType sub, NonNullType of) => IsSubtype(sub.Of, of.Of),
            (NonNullType sub, _) => IsSubtype(sub.Of, super),
            (_, NonNullType) => false,
            (ListType sub, ListType of) => IsSubtype(sub.Of, of.Of),
            (ListType, _) or (_, ListType) => false,
            _ => type == super,
        };

    public static bool Overlap(Schema schema, CompositeType one, CompositeType other) =>
        one == other
        || (one is not ObjectType || other is not ObjectType)
            && schema.PossibleTypes(one).Intersect(schema.PossibleTypes(other)).Any();
}
