namespace Indexer.Host.Running;

/// <summary>What a process does. Any number of processes may share a database.</summary>
[Flags]
internal enum Role
{
    /// <summary>Indexes the networks.</summary>
    Ingest = 1,

    /// <summary>Serves GraphQL.</summary>
    Api = 2,

    /// <summary>Runs the jobs.</summary>
    Jobs = 4,

    /// <summary>All of it.</summary>
    All = Ingest | Api | Jobs,
}
