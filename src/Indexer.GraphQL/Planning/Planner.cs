using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Introspection;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Compiles an operation to one statement per root field.</summary>
internal sealed class Planner(Schema schema, GraphQLOptions options)
{
    /// <summary>One plan per root field, in response order.</summary>
    /// <exception cref="GraphQLRequestException">The operation exceeds a limit, or an argument has no usable value.</exception>
    public IReadOnlyList<RootPlan> Plan(DocumentNode document, OperationNode operation, CoercedVariables variables)
    {
        var collector = new FieldCollector(schema, document, variables);
        var root = operation.Kind == OperationKind.Subscription ? schema.Subscription! : schema.Query;
        OperationLimits.Check(OperationSize.Of(operation, root, collector), options, operation.Location);
        var fields = collector.Collect(root, [operation.Selections]);
        if (operation.Kind == OperationKind.Subscription && fields.Count != 1)
        {
            throw new GraphQLRequestException(
                "A subscription must select exactly one root field; this one skips it.",
                ErrorCodes.Request,
                operation.Location
            );
        }

        return fields.Count <= options.MaxRootFields
            ? [.. fields.Select(field => Root(field, collector))]
            : throw OperationLimits.Exceeded(
                $"The query selects {fields.Count} root fields",
                options.MaxRootFields,
                operation.Location
            );
    }

    private RootPlan Root(SelectedField selected, FieldCollector collector)
    {
        try
        {
            return Compile(selected, collector);
        }
        catch (GraphQLRequestException refusal)
        {
            throw refusal.At(selected.Key, selected.First.Location);
        }
    }

    private RootPlan Compile(SelectedField selected, FieldCollector collector)
    {
        var location = selected.First.Location;
        if (selected.Field.Name == "__typename")
        {
            var name = System.Text.Encoding.UTF8.GetBytes($"\"{schema.Query.Name}\"");
            return new MemoryRoot(selected.Key, location, (_, _) => name);
        }

        if (selected.Field.Source is MemorySource)
        {
            var value = MemoryExecution.Plan(collector, selected);
            return new MemoryRoot(selected.Key, location, value);
        }

        var statement = new Statement(collector, options);
        var scope = new Scope(statement).Enter(selected);
        if (selected.Field.Source is StreamSource)
        {
            return new StreamSql(selected, scope).Write();
        }

        var sql =
            selected.Field.Source is EmbeddedSource
                ? $"select {ObjectSql.Write((ObjectType)selected.Field.Type.Named, selected.Selections, new ReadRow((ObjectType)selected.Field.Type.Named, join: null, parent: null, scope.Point, new LookUps(statement, scope.Row(""), [])), scope)}"
                : $"select {RelationSql.Write(selected, parent: null, scope)}";
        return statement.Finish(selected, sql);
    }
}
