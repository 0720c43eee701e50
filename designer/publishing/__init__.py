"""Publishing: what would go out, what not and why, and writing it.

    plan = planned(works, Earlier.in_folder(out), request)
    publish(plan, site, out, progress)

The command line and the window show the same plan and write by the same way. Only what was
approved goes out (`model.approval`), in the part of it that is public
(`exporters.website.public`). The folder that was published is the record of what was published:
there is no other store.
"""
