/** The question of the subgroups of a comparison, whole and plain, so that tools can read it as it stands. */
export const compareSubgroupsDocument = /* GraphQL */ `
  query CompareSubgroupsFigure(
    $release: ID!
    $cohorts: [ComparedCohortInput!]!
    $adjustFor: [Dimension!]!
    $target: Target!
    $outcome: OutcomeInput!
    $visit: Visit!
    $of: SubgroupOutcome!
  ) {
    comparison(release: $release, cohorts: $cohorts, adjustFor: $adjustFor, target: $target) {
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      releaseAsked
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      adjustment {
        target
        covariates
        definedBy
        byMaintenance
      }
      cohorts {
        letter
        name
        sentence
        applied
        notApplied {
          dimension
          sentence
        }
        patients {
          value
          hidden
        }
        overlaps
      }
      subgroups(outcome: $outcome, visit: $visit, of: $of) {
        visit
        of
        pairs {
          letter
          against
          overall {
            code
            label
            patients {
              value
              hidden
            }
            unadjusted {
              value
              lower
              upper
              hidden
              bound
              why
            }
            adjusted {
              value
              lower
              upper
              hidden
              bound
              why
            }
          }
          dimensions {
            dimension
            interaction {
              unadjusted {
                statistic
                value
                df
                p
                adjustedP
                why
              }
              adjusted {
                statistic
                value
                df
                p
                adjustedP
                why
              }
            }
            rows {
              code
              label
              patients {
                value
                hidden
              }
              unadjusted {
                value
                lower
                upper
                hidden
                bound
                why
              }
              adjusted {
                value
                lower
                upper
                hidden
                bound
                why
              }
            }
          }
        }
      }
    }
  }
`;
