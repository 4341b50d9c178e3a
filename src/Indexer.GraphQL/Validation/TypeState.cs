using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation;

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
