using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>Values that only PostgreSQL can judge, such as a cursor's: they fail as data exceptions (class 22).</summary>
internal static class UnfitValue
{
    public static GraphQLError Error { get; } =
        new("An argument or cursor has a value that does not fit.", [], ErrorCodes.Input);

    public static bool IsIn(Exception failure) => failure is PostgresException { SqlState: ['2', '2', ..] };
}
