/** The question of the flow figure, whole and plain, so that tools can read it as it stands. */
export const flowDocument = /* GraphQL */ `
  query FlowFigure(
    $release: ID!
    $where: CohortInput
    $outcome: OutcomeInput!
    $by: Dimension
    $visit: Visit
  ) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
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
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      flow(outcome: $outcome, by: $by, visit: $visit) {
        answered {
          notApplied {
            dimension
            sentence
          }
          release {
            id
            number
            publishedOn
            checksum
          }
        }
        visit
        steps {
          step
          patients {
            value
            hidden
          }
          lost {
            value
            hidden
          }
        }
        groups {
          group {
            code
            label
            short
          }
          instrument
          cases {
            value
            hidden
          }
          scored {
            value
            hidden
          }
          share {
            value
            lower
            upper
            hidden
            bound
          }
        }
        assessments {
          visit
          expected {
            value
            hidden
          }
          received {
            value
            hidden
          }
          share {
            value
            lower
            upper
            hidden
            bound
          }
        }
      }
    }
  }
`;
