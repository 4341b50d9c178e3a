using Indexer.Api.Model;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Networks;

/// <summary>The jobs that run beside the ingestion.</summary>
internal static class JobFields
{
    public static void AddRoots(ProductTypes types, ObjectType query)
    {
        var job = types.Job;
        job.Add(row => row.Name);
        job.Add(row => row.Description);
        job.Add(row => row.Schedule);
        job.Add(row => row.State);
        job.Add(row => row.StartedAt, "startedTime");
        job.Add(row => row.DurationMilliseconds);
        job.Add(row => row.Result);
        job.Add(row => row.Failure);
        job.Add(row => row.NextAt, "nextTime");
        query.List(
            "jobs",
            job.Type,
            "The jobs that run beside the ingestion, and how their last runs stand, ordered by name."
        );
    }
}
